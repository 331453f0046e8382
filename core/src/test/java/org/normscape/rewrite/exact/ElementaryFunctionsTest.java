package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Rewrite;

class ElementaryFunctionsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final double[] SPECIAL_EXPONENTS = {
    0,
    -0.0,
    1,
    2,
    -1,
    3,
    -3,
    4,
    0.5,
    -0.5,
    1.5,
    -2.5,
    1e300,
    -1e300,
    0x1p53 - 1,
    0x1p53,
    1e-310,
    INFINITY,
    -INFINITY,
    Double.NaN
  };

  private static double at(UnaryOperator<Tensor> function, double x) {
    return Functions.values(function, x)[0];
  }

  @Test
  void infinitiesZerosAndNanAreAsInMath() {
    compare(Tensor::exp, Math::exp);
    compare(Tensor::log, Math::log);
    compare(Tensor::tanh, Math::tanh);
    compare(Tensor::reciprocalSqrt, x -> 1 / Math.sqrt(x));
    compare(Tensor::sigmoid, x -> 1 / (1 + Math.exp(-x)));
    compare(Tensor::softplus, x -> x > 700 ? x : Math.log1p(Math.exp(x)));
  }

  @TestFactory
  Stream<DynamicTest> powersAreAsInMath() {
    return DoubleStream.of(SPECIAL_EXPONENTS)
        .mapToObj(
            y ->
                DynamicTest.dynamicTest(
                    "power " + y, () -> compare(x -> x.power(y), x -> Math.pow(x, y))));
  }

  private static void compare(UnaryOperator<Tensor> function, DoubleUnaryOperator expected) {
    double[] points = Points.special();
    double[] results = Functions.values(function, points);
    for (int i = 0; i < points.length; i++) {
      double value = Forms.canonical(expected.applyAsDouble(points[i]));
      double result = Forms.canonical(results[i]);
      boolean asExpected =
          Double.isNaN(value)
              ? Double.isNaN(result)
              : result == value || Math.abs(result - value) <= 2 * Math.ulp(value);
      assertThat(asExpected).as("%s instead of %s at %s", result, value, points[i]).isTrue();
    }
  }

  @Test
  void exactCasesAreExact() {
    assertThat(at(Tensor::exp, 0)).isEqualTo(1);
    assertThat(at(Tensor::log, 1)).isZero();
    assertThat(at(Tensor::sigmoid, 0)).isEqualTo(0.5);
    assertThat(at(Tensor::reciprocalSqrt, 0x1p-600)).isEqualTo(0x1p300);
    assertThat(at(x -> x.power(3), -7)).isEqualTo(-343);
    assertThat(at(x -> x.power(0.25), 81)).isEqualTo(3);
  }

  @Test
  void tanhIsOdd() {
    double[] points = Points.line();
    double[] opposite = Arrays.stream(points).map(x -> 0 - x).toArray();
    double[] mirrored =
        Arrays.stream(Functions.values(Tensor::tanh, opposite)).map(y -> 0 - y).toArray();
    assertThat(Functions.values(Tensor::tanh, points)).containsExactly(mirrored);
  }

  @Test
  void erfIsOdd() {
    double[] points = Points.line();
    double[] opposite = Arrays.stream(points).map(x -> 0 - x).toArray();
    double[] mirrored =
        Arrays.stream(Functions.values(Tensor::erf, opposite)).map(y -> 0 - y).toArray();
    assertThat(Functions.values(Tensor::erf, points)).containsExactly(mirrored);
    assertThat(at(Tensor::erf, Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(at(Tensor::erf, -6)).isEqualTo(-1);
    assertThat(at(Tensor::erf, Double.NaN)).isNaN();
  }

  @Test
  void otherOperationsStay() {
    Program program =
        Trace.program(
            List.of(TensorType.float64(2)), x -> List.of(x.get(0).plus(1).sqrt().absolute().sum()));
    assertThat(Rewrite.rewrite(program, List.of(new ElementaryFunctions()))).isEqualTo(program);
  }
}
