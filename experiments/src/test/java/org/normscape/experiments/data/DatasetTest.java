package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Features;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.TargetVectors;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.nn.loss.SquaredError;

/** What belongs to a data set: shape, outputs, loss. */
final class DatasetTest {

  private static final SquaredError LOSS = new SquaredError(LossReduction.HALF_SUM);

  private static Examples letters(Shape shape, int... labels) {
    return new Examples(
        Images.of(new byte[labels.length * shape.size()], shape),
        ClassLabels.of("letters", labels, List.of("a", "b", "c")));
  }

  private static Examples vectors(int count, int width, int outputs) {
    return new Examples(
        Features.of(new double[count * width], Shape.of(width)),
        TargetVectors.of(new double[count * outputs], outputs, LOSS));
  }

  @Test
  void classesHaveALogitEachAndCrossEntropy() {
    Shape shape = Shape.of(7, 5, 1);
    Dataset data =
        new Dataset("letters", letters(shape, 0, 2, 1), letters(shape, 1), Map.of("x", "y"));
    assertThat(data.input()).isEqualTo(shape);
    assertThat(data.outputs()).isEqualTo(3);
    assertThat(data.loss()).isEqualTo(new SoftmaxCrossEntropy(LossReduction.MEAN));
    assertThat(data.train().targets().describe()).isEqualTo("3 classes");
    Dataset fewer = data.first(2, 9);
    assertThat(fewer.train().size()).isEqualTo(2);
    assertThat(fewer.test().size()).isEqualTo(1);
    assertThat(fewer.sha256()).containsExactly(Map.entry("x", "y"));
  }

  @Test
  void vectorsHaveAnOutputForEachElementAndTheirOwnLoss() {
    Dataset data = new Dataset("vectors", vectors(4, 3, 2), vectors(1, 3, 2), Map.of());
    assertThat(data.input()).isEqualTo(Shape.of(3));
    assertThat(data.outputs()).isEqualTo(2);
    assertThat(data.loss()).isEqualTo(LOSS);
  }

  @Test
  void bothPartsAreOfOneKind() {
    assertThatThrownBy(() -> new Dataset("v", vectors(4, 3, 2), vectors(1, 4, 2), Map.of()))
        .hasMessage(
            "v: inputs must be of one kind, but to train on they are [3] and to test on [4]. To fix: read both parts alike.");
    assertThatThrownBy(() -> new Dataset("v", vectors(4, 3, 2), vectors(1, 3, 1), Map.of()))
        .hasMessageContaining("targets must be of one kind")
        .hasMessageContaining("vectors of 2 and to test on vectors of 1");
  }

  @Test
  void dataSetsAreFoundByName() {
    assertThat(DataSources.names())
        .contains(
            "auto",
            "cifar10",
            "fashion-mnist",
            "stripes",
            "gaussian-linear-map",
            "least-squares",
            "teacher-student");
    for (String name : DataSources.names()) {
      assertThat(DataSources.named(name.replace("-", "").toUpperCase(java.util.Locale.ROOT)))
          .isEqualTo(DataSources.named(name));
    }
    assertThatThrownBy(() -> DataSources.named("fashion-mnst"))
        .hasMessageContaining("but it is \"fashion-mnst\". To fix: write \"fashion-mnist\".");
  }
}
