package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private static final Examples RIGHT = examples(0, 2, 1);

  private static Examples examples(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return Examples.of(new byte[labels.length * Examples.VALUES], bytes);
  }

  private static Dataset dataset(Examples train, Examples test) {
    return new Dataset("letters", train, test, List.of("a", "b", "c"), Map.of());
  }

  @Test
  void holdsLabelsOfItsClasses() {
    assertThat(dataset(RIGHT, RIGHT).first(2, 1).train().size()).isEqualTo(2);
  }

  @Test
  void refusesLabelsOfNone() {
    assertThatThrownBy(() -> dataset(examples(0, 7), RIGHT))
        .hasMessage(
            "letters, train: labels must be from 0 to 2, since there are 3 classes, but label 1 is 7. To fix: number the classes from 0, or make as many logits as there are classes.");
    assertThatThrownBy(() -> dataset(RIGHT, examples(-1)))
        .hasMessageContaining("letters, test")
        .hasMessageContaining("label 0 is -1");
  }
}
