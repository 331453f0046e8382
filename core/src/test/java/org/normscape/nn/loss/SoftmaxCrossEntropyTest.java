package org.normscape.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

class SoftmaxCrossEntropyTest {

  private static final int N = 4;
  private static final int CLASSES = 3;
  private static final Offset<Double> TIGHT = within(1e-14);
  private static final TensorType LOGITS = TensorType.float64(N, CLASSES);
  private static final List<TensorType> TYPES = List.of(LOGITS, TensorType.int32(N));
  private static final double[] LABELS = {2, 0, 0, 1};

  private final double[] logits = Numbers.normal(LOGITS, "logits");

  private static double softmax(double[] logits, int example, int k) {
    double sum =
        IntStream.range(0, CLASSES).mapToDouble(j -> Math.exp(logits[example * CLASSES + j])).sum();
    return Math.exp(logits[example * CLASSES + k]) / sum;
  }

  private double loss(LossReduction reduction, double[] logits) {
    return Numbers.run(
            TYPES,
            in -> List.of(new SoftmaxCrossEntropy(reduction).loss(in.get(0), in.get(1))),
            List.of(logits, LABELS))
        .get(0)[0];
  }

  @Test
  void isMinusTheLogarithmOfTheProbabilityOfTheLabel() {
    double sum =
        IntStream.range(0, N)
            .mapToDouble(i -> -Math.log(softmax(logits, i, (int) LABELS[i])))
            .sum();
    assertThat(loss(LossReduction.SUM, logits)).isCloseTo(sum, TIGHT);
    assertThat(loss(LossReduction.MEAN, logits)).isCloseTo(sum / N, TIGHT);
    assertThat(loss(LossReduction.HALF_SUM, logits)).isCloseTo(sum / 2, TIGHT);
  }

  @Test
  void gradientIsSoftmaxMinusOneHotOverN() {
    double[] gradient =
        Numbers.run(
                TYPES,
                in ->
                    Gradients.of(
                        new SoftmaxCrossEntropy(LossReduction.MEAN).loss(in.get(0), in.get(1)),
                        List.of(in.get(0))),
                List.of(logits, LABELS))
            .get(0);
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < CLASSES; k++) {
        double oneHot = LABELS[i] == k ? 1 : 0;
        assertThat(gradient[i * CLASSES + k])
            .isCloseTo((softmax(logits, i, k) - oneHot) / N, TIGHT);
      }
    }
  }

  @Test
  void hessianIsThatOfLogSumExp() {
    double[] v = Numbers.normal(LOGITS, "v");
    double[] product =
        Numbers.run(
                List.of(LOGITS, TensorType.int32(N), LOGITS),
                in ->
                    Products.hessianVector(
                        new SoftmaxCrossEntropy(LossReduction.SUM).loss(in.get(0), in.get(1)),
                        List.of(in.get(0)),
                        List.of(in.get(2))),
                List.of(logits, LABELS, v))
            .get(0);
    for (int i = 0; i < N; i++) {
      int row = i;
      double mean =
          IntStream.range(0, CLASSES)
              .mapToDouble(k -> softmax(logits, row, k) * v[row * CLASSES + k])
              .sum();
      for (int k = 0; k < CLASSES; k++) {
        assertThat(product[i * CLASSES + k])
            .isCloseTo(softmax(logits, i, k) * (v[i * CLASSES + k] - mean), TIGHT);
      }
    }
  }

  @Test
  void neitherOverflowsNorUnderflows() {
    double[] large = {1000, 0, 0, 0, -1000, 0, -1000, -1000, -1000, 1e300, 1e300, -1e300};
    double expected = 1000 + Math.log(2) + Math.log(3) + Math.log(2);
    assertThat(loss(LossReduction.SUM, large)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theAccuracyOfLogitsThatAreNoNumbersIsNone() {
    assertThat(accuracy(0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0)).isEqualTo(1);
    assertThat(accuracy(0, 0, 1, 1, Double.NaN, 0, 1, 0, 0, 0, 1, 0)).isNaN();
    assertThat(accuracy(0, 0, 1, 1, 0, 0, 1, 0, 0, 0, Double.POSITIVE_INFINITY, 0)).isNaN();
    assertThat(accuracy(0, 0, 1, 1, Double.NEGATIVE_INFINITY, 0, 1, 0, 0, 0, 1, 0)).isEqualTo(1);
  }

  private static double accuracy(double... logits) {
    return Numbers.run(
            TYPES,
            in ->
                new SoftmaxCrossEntropy(LossReduction.MEAN).metrics(in.get(0), in.get(1)).values(),
            List.of(logits, LABELS))
        .get(0)[0];
  }

  @Test
  void accuracyCountsTheFirstOfEqualLogits() {
    double[] tied = {0, 0, 0, 5, 5, 1, 1, 2, 2, 0, 3, 3};
    assertThat(accuracy(tied)).isEqualTo(0.5);
  }

  @Test
  void aLabelOfNoClassIsNaNInItsTermAndItsRow() {
    for (double outside : new double[] {-1, CLASSES, 1e9}) {
      double[] labels = {2, outside, 0, 1};
      List<double[]> results =
          Numbers.run(
              TYPES,
              in -> {
                Tensor loss =
                    new SoftmaxCrossEntropy(LossReduction.MEAN).loss(in.get(0), in.get(1));
                return List.of(loss, Gradients.of(loss, in.subList(0, 1)).get(0));
              },
              List.of(logits, labels));
      assertThat(results.get(0)[0]).isNaN();
      for (int i = 0; i < N * CLASSES; i++) {
        assertThat(Double.isNaN(results.get(1)[i])).isEqualTo(i / CLASSES == 1);
      }
    }
  }

  @Test
  void labelsCanBeCheckedBefore() {
    Labels.check("digits", 10, 0, 9, 5);
    assertThatThrownBy(() -> Labels.check("digits", 3, 0, 2, 7))
        .hasMessage(
            "digits: labels must be from 0 to 2, since there are 3 classes, but label 2 is 7. To fix: number the classes from 0, or make as many logits as there are classes.");
    assertThatThrownBy(() -> Labels.check("digits", 3, -1)).hasMessageContaining("label 0 is -1");
  }

  @Test
  void wantsLogits() {
    assertThatThrownBy(
            () ->
                new SoftmaxCrossEntropy(LossReduction.MEAN)
                    .target(Shape.of(2, 3, 4), DType.FLOAT32))
        .hasMessage(
            "SoftmaxCrossEntropy: the output must be logits [n, classes], but it is [2,3,4]. To fix: end the network with Dense.");
  }
}
