package org.normscape.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edit distances, and the words that are near enough to be meant. */
final class NearestTest {

  @Test
  void distancesCountEdits() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("same", "same")).isZero();
  }

  @Test
  void aWordThatIsNearIsMeantAndOneThatIsFarIsNot() {
    List<String> words = List.of("tensorflow", "nd4j", "reference");
    assertThat(Nearest.to("tensorflo", words)).contains("tensorflow");
    assertThat(Nearest.to("nd4", words)).contains("nd4j");
    assertThat(Nearest.to("TensorFlow2", words)).contains("tensorflow");
    assertThat(Nearest.to("reference-cpu", words)).contains("reference");
    assertThat(Nearest.to("pytorch-eager", words)).isEmpty();
    assertThat(Nearest.remedy("pytorch-eager", words)).isEqualTo("use one of these");
  }
}
