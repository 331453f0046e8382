package org.normscape.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.ir.ShapeException;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/** What the axes of a standardization mean, and what stands in for mean and epsilon. */
class StandardizationTest {

  private static final TensorType IMAGE = TensorType.float64(4, 3, 2, 6);
  private static final TensorType CHANNELS = TensorType.float64(6);
  private static final double EPSILON = 0.1;

  private final List<double[]> point =
      List.of(
          Numbers.normal(IMAGE, "x"),
          Numbers.normal(CHANNELS, "scale"),
          Numbers.normal(CHANNELS, "shift"));

  private static List<Tensor> apply(Standardization norm, List<Tensor> in) {
    return in.get(0).trace().apply(norm, in);
  }

  private List<double[]> run(Standardization norm) {
    return Numbers.run(List.of(IMAGE, CHANNELS, CHANNELS), in -> apply(norm, in), point);
  }

  private double[] grouped(int groups) {
    Standardization norm = Standardization.of(List.of(0, 3), List.of(3, 4), EPSILON);
    Shape channels = Shape.of(groups, 6 / groups);
    return Numbers.run(
            List.of(IMAGE, CHANNELS, CHANNELS),
            in -> {
              Tensor x = in.get(0).reshape(Shape.of(4, 3, 2, groups, 6 / groups));
              Tensor scale = in.get(1).reshape(channels);
              return apply(norm, List.of(x, scale, in.get(2).reshape(channels))).subList(0, 1);
            },
            point)
        .get(0);
  }

  /** Group normalization of one group is layer normalization, of one channel each instance. */
  @Test
  void groupsLieBetweenLayerAndInstance() {
    assertThat(grouped(1))
        .containsExactly(run(Standardization.ofExamples(4, EPSILON)).get(0), within(1e-14));
    assertThat(grouped(6))
        .containsExactly(run(Standardization.ofInstances(4, EPSILON)).get(0), within(1e-14));
  }

  @Test
  void statisticsHaveTheExtentsOfTheKeptAxes() {
    List<TensorType> types =
        Standardization.ofPlaces(4, EPSILON).types(List.of(IMAGE, CHANNELS, CHANNELS));
    TensorType places = TensorType.float64(4, 3, 2);
    assertThat(types).containsExactly(IMAGE, places, places);
  }

  @Test
  void aroundZeroTheVarianceIsTheMeanSquare() {
    List<double[]> results = run(Standardization.ofPlaces(4, EPSILON).aroundZero());
    double[] x = point.get(0);
    double square = IntStream.range(0, 6).mapToDouble(c -> x[c] * x[c]).sum() / 6;
    assertThat(results.get(1)).containsOnly(0);
    assertThat(results.get(2)[0]).isCloseTo(square, within(1e-15));
    double first = x[0] / Math.sqrt(square + EPSILON) * point.get(1)[0] + point.get(2)[0];
    assertThat(results.get(0)[0]).isCloseTo(first, within(1e-15));
  }

  @Test
  void epsilonMayStandBehindTheRoot() {
    Standardization norm = Standardization.ofPlaces(4, EPSILON).with(Damping.BEHIND_ROOT);
    List<double[]> results = run(norm);
    double deviation = Math.sqrt(results.get(2)[0]) + EPSILON;
    double first = (point.get(0)[0] - results.get(1)[0]) / deviation * point.get(1)[0];
    assertThat(results.get(0)[0]).isCloseTo(first + point.get(2)[0], within(1e-14));
  }

  @Test
  void refusesAxesThatAreNotOfX() {
    assertThatThrownBy(
            () ->
                Standardization.of(List.of(2, 0), List.of(3), 0)
                    .types(List.of(IMAGE, CHANNELS, CHANNELS)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "standardization[keptAxes=[2, 0], channelAxes=[3], epsilon=0.0, damping=UNDER_ROOT, center=MEAN]: the kept axes must be axes of x in ascending order, but the inputs are [f64[4,3,2,6], f64[6], f64[6]]. To fix: count axes from the left, from 0.");
  }
}
