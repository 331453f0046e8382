package org.normscape.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.ir.ShapeException;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** What layer normalization is, and its gradient, on a few images. */
class ExampleStandardizationTest {

  private static final int N = 3;
  private static final int C = 4;
  private static final int M = 2 * 5 * C;
  private static final TensorType X = TensorType.float64(N, 2, 5, C);
  private static final TensorType CHANNELS = TensorType.float64(C);
  private static final TensorType EXAMPLES = TensorType.float64(N);
  private static final double EPSILON = 0.1;

  private final double[] x = Numbers.normal(X, "x");
  private final double[] g = Numbers.normal(X, "g");
  private final double[] scale = Numbers.normal(CHANNELS, "scale");
  private final double[] shift = Numbers.normal(CHANNELS, "shift");

  private static List<Tensor> apply(List<Tensor> in) {
    return in.get(0).trace().apply(Standardization.ofExamples(4, EPSILON), in.subList(0, 3));
  }

  /** Without scale and shift it is batch normalization whose channels are the examples. */
  @Test
  void standardizesExamplesAsBatchNormalizationStandardizesChannels() {
    List<double[]> layer =
        Numbers.run(
            Trace.program(List.of(X, CHANNELS, CHANNELS), ExampleStandardizationTest::apply),
            List.of(x, filled(C, 1), filled(C, 0)));
    Standardization ofExamples = Standardization.ofChannels(0, EPSILON);
    List<double[]> batch =
        Numbers.run(
            Trace.program(
                List.of(X, EXAMPLES, EXAMPLES), in -> in.get(0).trace().apply(ofExamples, in)),
            List.of(x, filled(N, 1), filled(N, 0)));
    assertThat(layer).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(layer.get(i)).containsExactly(batch.get(i));
    }
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  /** With {@code h = γ g} and x̂ the standardized example: {@code (h − Σh/m − x̂ Σhx̂/m) / σ}. */
  @Test
  void gradientIsProjectedExampleByExample() {
    List<double[]> flow =
        Numbers.run(
            List.of(X, CHANNELS, CHANNELS, X),
            in -> Gradients.vjp(apply(in).subList(0, 1), in.subList(0, 3), List.of(in.get(3))),
            List.of(x, scale, shift, g));
    double[] scaleFlow = new double[C];
    double[] shiftFlow = new double[C];
    for (int n = 0; n < N; n++) {
      double[] hat = standardized(n);
      double pushed = 0;
      double pulled = 0;
      for (int i = 0; i < M; i++) {
        double cotangent = g[n * M + i];
        shiftFlow[i % C] += cotangent;
        scaleFlow[i % C] += cotangent * hat[i];
        pushed += scale[i % C] * cotangent / M;
        pulled += scale[i % C] * cotangent * hat[i] / M;
      }
      for (int i = 0; i < M; i++) {
        double expected = (scale[i % C] * g[n * M + i] - pushed - hat[i] * pulled) / deviation(n);
        assertThat(flow.get(0)[n * M + i]).isCloseTo(expected, within(1e-14));
      }
    }
    assertThat(flow.get(1)).containsExactly(scaleFlow, within(1e-13));
    assertThat(flow.get(2)).containsExactly(shiftFlow, within(1e-13));
  }

  private double mean(int n) {
    return Arrays.stream(x, n * M, (n + 1) * M).average().orElseThrow();
  }

  private double deviation(int n) {
    double mean = mean(n);
    double variance =
        Arrays.stream(x, n * M, (n + 1) * M)
            .map(v -> (v - mean) * (v - mean))
            .average()
            .orElseThrow();
    return Math.sqrt(variance + EPSILON);
  }

  private double[] standardized(int n) {
    double mean = mean(n);
    double deviation = deviation(n);
    return Arrays.stream(x, n * M, (n + 1) * M).map(v -> (v - mean) / deviation).toArray();
  }

  @Test
  void refusesWhatDoesNotFit() {
    Standardization norm = Standardization.ofExamples(4, 0);
    assertThatThrownBy(() -> norm.types(List.of(X, CHANNELS, TensorType.float64(2))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "standardization[keptAxes=[0], channelAxes=[3], epsilon=0.0, damping=UNDER_ROOT, center=MEAN]: inputs must be floating-point x, then scale and shift of type f64[4], but the inputs are [f64[3,2,5,4], f64[4], f64[2]]. To fix: pass one scale and one shift for each channel.");
    assertThatThrownBy(() -> norm.types(List.of(CHANNELS, CHANNELS, CHANNELS)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "standardization[keptAxes=[0], channelAxes=[3], epsilon=0.0, damping=UNDER_ROOT, center=MEAN]: the channel axes must be axes of x in ascending order, but the inputs are [f64[4], f64[4], f64[4]]. To fix: count axes from the left, from 0.");
  }
}
