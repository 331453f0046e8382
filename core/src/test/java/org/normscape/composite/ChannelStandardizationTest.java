package org.normscape.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.grad.Vjp;
import org.normscape.ir.Equation;
import org.normscape.ir.Shape;
import org.normscape.ir.ShapeException;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** The identities that the papers prove, on one channel of m numbers. */
class ChannelStandardizationTest {

  private static final int M = 7;
  private static final double GAMMA = 1.7;
  private static final TensorType X = TensorType.float64(M, 1);
  private static final TensorType CHANNEL = TensorType.float64(1);

  private final double[] x = Numbers.normal(X, "x");
  private final double[] g = Numbers.normal(X, "g");
  private final double mean = Arrays.stream(x).average().orElseThrow();

  private double deviation(double epsilon) {
    return Math.sqrt(
        Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow() + epsilon);
  }

  private double[] standardized(double epsilon) {
    return Arrays.stream(x).map(v -> (v - mean) / deviation(epsilon)).toArray();
  }

  private static Tensor output(List<Tensor> in, double epsilon) {
    Standardization norm = Standardization.ofChannels(1, epsilon);
    return in.get(0).trace().apply(norm, in.subList(0, 3)).get(0);
  }

  /** The cotangent of x when that of the output is {@code cotangent}. */
  private static double[] pullBack(double[] x, double epsilon, double[] cotangent) {
    return Numbers.run(
            List.of(X, CHANNEL, CHANNEL, X),
            in -> Gradients.vjp(List.of(output(in, epsilon)), in.subList(0, 1), List.of(in.get(3))),
            List.of(x, new double[] {GAMMA}, new double[] {0.3}, cotangent))
        .get(0);
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double sum(double[] a) {
    return Arrays.stream(a).sum();
  }

  /** Fact C.1 of Santurkar et al. (2018), which holds with epsilon as well. */
  @Test
  void gradientIsProjectedAndScaled() {
    for (double epsilon : new double[] {0, 0.1}) {
      double[] hat = standardized(epsilon);
      double[] flow = pullBack(x, epsilon, g);
      for (int b = 0; b < M; b++) {
        double expected =
            GAMMA / (M * deviation(epsilon)) * (M * g[b] - sum(g) - hat[b] * dot(g, hat));
        assertThat(flow[b]).isCloseTo(expected, within(1e-13));
      }
    }
  }

  /** Fact C.2: {@code ∂ŷ_b/∂y_k = (1[b=k] − 1/m − ŷ_b ŷ_k/m) / σ}. */
  @Test
  void jacobianIsThatOfThePaper() {
    double[] hat = standardized(0);
    for (int b = 0; b < M; b++) {
      double[] unit = new double[M];
      unit[b] = 1 / GAMMA;
      double[] row = pullBack(x, 0, unit);
      for (int k = 0; k < M; k++) {
        double expected = ((b == k ? 1 : 0) - 1.0 / M - hat[b] * hat[k] / M) / deviation(0);
        assertThat(row[k]).isCloseTo(expected, within(1e-13));
      }
    }
  }

  /** Theorem 4.1 with the constant 1/m, where it is an equality; with epsilon it is a bound. */
  @Test
  void gradientNormIsThatOfTheTheorem() {
    double[] exact = pullBack(x, 0, g);
    assertThat(dot(exact, exact)).isCloseTo(theorem(0), within(1e-12));
    double[] smaller = pullBack(x, 0.1, g);
    assertThat(dot(smaller, smaller)).isLessThan(theorem(0.1));
  }

  private double theorem(double epsilon) {
    double[] hat = standardized(epsilon);
    double correlation = dot(g, hat);
    double squares = dot(g, g) - sum(g) * sum(g) / M - correlation * correlation / M;
    return Math.pow(GAMMA / deviation(epsilon), 2) * squares;
  }

  /** Theorem 4.2 in closed form, for a loss {@code ⟨g, z⟩} that is linear in the output z. */
  @Test
  void hessianIsThatOfTheTheorem() {
    double[] v = Numbers.normal(X, "v");
    double[] product =
        Numbers.run(
                List.of(X, CHANNEL, CHANNEL, X, X),
                in ->
                    Products.hessianVector(
                        output(in, 0).dot(in.get(3)), in.subList(0, 1), in.subList(4, 5)),
                List.of(x, new double[] {GAMMA}, new double[] {0.3}, g, v))
            .get(0);
    double[] hat = standardized(0);
    double[] bar = Arrays.stream(g).map(e -> e - sum(g) / M).toArray();
    double c = dot(g, hat);
    for (int b = 0; b < M; b++) {
      double inner =
          bar[b] * dot(hat, v)
              + hat[b] * dot(bar, v)
              - 3.0 / M * c * hat[b] * dot(hat, v)
              + c * (v[b] - sum(v) / M);
      double expected = -GAMMA / (M * deviation(0) * deviation(0)) * inner;
      assertThat(product[b]).isCloseTo(expected, within(1e-12));
    }
  }

  /** {@code BN(ax) = BN(x)} and its gradient is that at x over a (Ioffe and Szegedy, 3.3). */
  @Test
  void scaleOfTheInputDoesNotMatter() {
    double[] flow = pullBack(x, 0, g);
    double[] far = pullBack(Arrays.stream(x).map(v -> 8 * v).toArray(), 0, g);
    assertThat(Arrays.stream(far).map(v -> 8 * v).toArray()).containsExactly(flow, within(1e-13));
  }

  @Test
  void theDerivativeSaysWhichResultsTheLossSaw() {
    List<Vjp> derivatives =
        Trace.program(List.of(X, CHANNEL, CHANNEL), in -> Gradients.of(output(in, 1e-5).sum(), in))
            .equations()
            .stream()
            .map(Equation::operation)
            .filter(Vjp.class::isInstance)
            .map(Vjp.class::cast)
            .toList();
    assertThat(derivatives)
        .containsExactly(new Vjp(Standardization.ofChannels(1, 1e-5), 3, List.of(0)));
  }

  @Test
  void refusesChannelsThatDoNotFit() {
    assertThatThrownBy(
            () ->
                Standardization.ofChannels(1, 0).types(List.of(X, CHANNEL, TensorType.float64(2))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "standardization[keptAxes=[1], channelAxes=[1], epsilon=0.0, damping=UNDER_ROOT, center=MEAN]: inputs must be floating-point x, then scale and shift of type f64[1], but the inputs are [f64[7,1], f64[1], f64[2]]. To fix: pass one scale and one shift for each channel.");
    assertThat(
            Standardization.ofChannels(0, 0)
                .types(
                    List.of(
                        TensorType.float64(3).withShape(Shape.of(3, 2)),
                        TensorType.float64(3),
                        TensorType.float64(3))))
        .hasSize(3);
  }
}
