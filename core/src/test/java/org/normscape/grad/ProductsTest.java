package org.normscape.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.contract.FiniteDifferences;
import org.normscape.contract.Runs;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.reference.ReferenceBackend;

final class ProductsTest {

  private static final TensorType TRIPLE = TensorType.float64(3);
  private static final double[] POINT = {0.3, -0.7, 1.1};
  private static final double[] VECTOR = {0.9, 0.4, -0.6};
  private static final Offset<Double> DIFFERENCES = within(1e-9);
  private static final Offset<Double> EXACT = within(1e-13);

  private final Backend backend = new ReferenceBackend();

  @Test
  void jvpIsTheSlopeOfEveryOutput() {
    Program outputs = Trace.program(List.of(TRIPLE), ProductsTest::outputs);
    List<double[]> pushed = alongVector(in -> jvp(in.get(0), in.get(1)));
    for (int i = 0; i < 3; i++) {
      int output = i;
      double[] slope = FiniteDifferences.of(1e-3, t -> run(outputs, shifted(t)).get(output));
      assertThat(pushed.get(output)).containsExactly(slope, DIFFERENCES);
    }
  }

  /** Two outputs of one type once shared one dual variable, and so one tangent. */
  private static List<Tensor> outputs(List<Tensor> in) {
    Tensor x = in.get(0);
    return List.of(x.tanh().times(x), x.exp(), x.times(x).sum());
  }

  private static List<Tensor> jvp(Tensor x, Tensor v) {
    return Products.jvp(outputs(List.of(x)), List.of(x), List.of(v));
  }

  @Test
  void jvpAndVjpAreAdjoint() {
    List<double[]> both =
        alongVector(
            in -> {
              Tensor x = in.get(0);
              Tensor y = x.exp().times(x.sum().broadcast(x.shape(), List.of(0)));
              Tensor u = x.sigmoid().stopGradient();
              Tensor pushed = Products.jvp(List.of(y), List.of(x), List.of(in.get(1))).get(0);
              Tensor pulled = Gradients.vjp(List.of(y), List.of(x), List.of(u)).get(0);
              return List.of(pushed.dot(u), pulled.dot(in.get(1)));
            });
    assertThat(both.get(0)[0]).isCloseTo(both.get(1)[0], EXACT);
  }

  @Test
  void anOutputThatDependsOnNothingHasNoSlope() {
    List<double[]> pushed =
        alongVector(
            in ->
                Products.jvp(
                    List.of(in.get(0).zeros(), in.get(0).sign()),
                    List.of(in.get(0)),
                    List.of(in.get(1))));
    assertThat(pushed.get(0)).containsOnly(0);
    assertThat(pushed.get(1)).containsOnly(0);
  }

  @Test
  void hessianOfAQuadraticIsItsMatrix() {
    double[] a = {2, 1, 0, 1, 3, -1, 0, -1, 5};
    Program program =
        Trace.program(
            List.of(TRIPLE, TRIPLE, TensorType.float64(3, 3)),
            in -> {
              Tensor column = in.get(0).reshape(Shape.of(3, 1));
              Tensor loss = column.matmul(in.get(2).matmul(column), true, false).sum().times(0.5);
              return Products.hessianVector(loss, List.of(in.get(0)), List.of(in.get(1)));
            });
    assertThat(run(program, POINT, VECTOR, a).get(0)).containsExactly(times(a, VECTOR), EXACT);
  }

  @Test
  void gaussNewtonIsJacobianHessianJacobian() {
    List<double[]> parts =
        alongVector(
            in -> {
              Tensor x = in.get(0);
              Tensor y = x.tanh().times(x);
              Tensor loss = y.exp().sum();
              return List.of(
                  Products.gaussNewtonVector(loss, List.of(y), List.of(x), List.of(in.get(1)))
                      .get(0),
                  Products.hessianVector(loss, List.of(x), List.of(in.get(1))).get(0));
            });
    double[] dense = new double[3];
    double[] curvature = new double[3];
    for (int i = 0; i < 3; i++) {
      double x = POINT[i];
      double t = Math.tanh(x);
      double slope = (1 - t * t) * x + t;
      double bend = -2 * t * (1 - t * t) * x + 2 * (1 - t * t);
      double e = Math.exp(t * x);
      dense[i] = slope * e * slope * VECTOR[i];
      curvature[i] = dense[i] + e * bend * VECTOR[i];
    }
    assertThat(parts.get(0)).containsExactly(dense, EXACT);
    assertThat(parts.get(1)).containsExactly(curvature, EXACT);
  }

  @Test
  void gaussNewtonOfALinearModelIsTheHessian() {
    List<double[]> both =
        alongVector(
            in -> {
              List<Tensor> x = List.of(in.get(0));
              Tensor y =
                  in.get(0).times(3).plus(in.get(0).sum().broadcast(Shape.of(3), List.of(0)));
              Tensor loss = y.softplus().sum();
              List<Tensor> v = List.of(in.get(1));
              return List.of(
                  Products.gaussNewtonVector(loss, List.of(y), x, v).get(0),
                  Products.hessianVector(loss, x, v).get(0));
            });
    assertThat(both.get(0)).containsExactly(both.get(1), EXACT);
  }

  @Test
  void nothingFlowsThroughStopGradient() {
    List<double[]> flows =
        alongVector(
            in -> {
              Tensor x = in.get(0);
              Tensor loss = x.times(x.stopGradient()).sum();
              List<Tensor> both = List.of(x, in.get(1));
              return Gradients.of(loss, both);
            });
    assertThat(flows.get(0)).containsExactly(POINT);
    assertThat(flows.get(1)).containsOnly(0);
  }

  @Test
  void thirdDerivativesNeedNoNewRule() {
    List<double[]> third =
        alongVector(
            in -> {
              List<Tensor> x = List.of(in.get(0));
              Tensor loss = in.get(0).power(4).sum();
              Tensor bend = Products.hessianVector(loss, x, x).get(0).sum();
              return Gradients.of(bend, x);
            });
    double[] expected = Arrays.stream(POINT).map(x -> 36 * x * x).toArray();
    assertThat(third.get(0)).containsExactly(expected, within(1e-12));
  }

  @Test
  void innerProductsNeedTensors() {
    assertThatThrownBy(() -> Products.dot(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("To fix:");
  }

  private List<double[]> alongVector(UnaryOperator<List<Tensor>> body) {
    return run(Trace.program(List.of(TRIPLE, TRIPLE), body), POINT, VECTOR);
  }

  private List<double[]> run(Program program, double[]... arguments) {
    return Runs.once(backend, program, List.of(arguments));
  }

  private static double[] shifted(double t) {
    return IntStream.range(0, 3).mapToDouble(i -> POINT[i] + t * VECTOR[i]).toArray();
  }

  private static double[] times(double[] matrix, double[] vector) {
    return IntStream.range(0, 3)
        .mapToDouble(
            row -> IntStream.range(0, 3).mapToDouble(i -> matrix[3 * row + i] * vector[i]).sum())
        .toArray();
  }
}
