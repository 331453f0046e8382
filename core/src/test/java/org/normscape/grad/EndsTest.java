package org.normscape.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/** Derivatives where a careless formula gives NaN or nothing, against closed forms. */
class EndsTest {

  private static double derivative(
      DType dtype, int order, UnaryOperator<Tensor> function, double x) {
    return Numbers.run(
            List.of(new TensorType(dtype, Shape.SCALAR)),
            in -> {
              Tensor y = function.apply(in.get(0));
              for (int k = 0; k < order; k++) {
                y = Gradients.of(y, in).get(0);
              }
              return List.of(y);
            },
            List.of(new double[] {x}))
        .get(0)[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void wholePowersAtZero(int n) {
    double factorial = 1;
    for (int order = 1; order <= 4; order++) {
      factorial *= n - order + 1;
      double expected = order == n ? factorial : 0;
      assertThat(derivative(DType.FLOAT64, order, x -> x.power(n), 0)).isEqualTo(expected);
      assertThat(derivative(DType.FLOAT32, order, x -> x.power(n), -0.0)).isEqualTo(expected);
    }
  }

  @Test
  void fractionalPowersAtZeroWhileTheyHaveADerivative() {
    assertThat(derivative(DType.FLOAT64, 1, x -> x.power(1.5), 0)).isZero();
    assertThat(derivative(DType.FLOAT64, 2, x -> x.power(2.5), 0)).isZero();
    assertThat(derivative(DType.FLOAT64, 2, x -> x.power(1.5), 0)).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, -20, -2, -0.25, 0.25, 2, 20, 40})
  void theTailsOfTheLogisticFunctions(double at) {
    double e = Math.exp(-Math.abs(at));
    double first = e / (1 + e) / (1 + e);
    double second = first * (e - 1) / (1 + e) * Math.signum(at);
    near(1, Tensor::sigmoid, at, first);
    near(2, Tensor::sigmoid, at, second);
    near(1, Tensor::softplus, at, at < 0 ? e / (1 + e) : 1 / (1 + e));
    near(2, Tensor::softplus, at, first);
    near(3, Tensor::softplus, at, second);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-20, -10, -1.5, -0.5, -1e-4, 1e-4, 0.5, 1.5, 10, 20})
  void theTailsOfTheHyperbolicTangent(double at) {
    double first = 1 / (Math.cosh(at) * Math.cosh(at));
    near(1, Tensor::tanh, at, first);
    near(2, Tensor::tanh, at, -2 * Math.tanh(at) * first);
  }

  private static void near(int order, UnaryOperator<Tensor> function, double at, double expected) {
    assertThat(derivative(DType.FLOAT64, order, function, at))
        .isCloseTo(expected, within(2e-15 * Math.abs(expected)));
    assertThat(derivative(DType.FLOAT32, order, function, (float) at))
        .isCloseTo(expected, within(1e-5 * Math.abs(expected)));
  }

  private static Tensor positive(Tensor x) {
    return x.greater(x.zeros());
  }

  @Test
  void aRootThatIsNotChosenReachesItsOperand() {
    UnaryOperator<Tensor> result = x -> positive(x).select(x.sqrt(), x.zeros());
    assertThat(derivative(DType.FLOAT64, 0, result, 0)).isZero();
    assertThat(derivative(DType.FLOAT64, 1, result, 0)).isNaN();
  }

  @Test
  void aRootOfAChosenOperandDoesNot() {
    UnaryOperator<Tensor> operand =
        x -> positive(x).select(positive(x).select(x, x.filled(1)).sqrt(), x.zeros());
    assertThat(derivative(DType.FLOAT64, 1, operand, 0)).isZero();
    assertThat(derivative(DType.FLOAT64, 1, operand, -3)).isZero();
    assertThat(derivative(DType.FLOAT64, 1, operand, 4)).isEqualTo(0.25);
    assertThat(derivative(DType.FLOAT64, 2, operand, 4)).isEqualTo(-0.25 / 8);
    assertThat(derivative(DType.FLOAT64, 2, operand, 0)).isZero();
  }
}
