package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.normscape.ir.Tensor;

/** The elementary functions against their values to 40 digits. */
class AccuracyTest {

  private static final double[] LINE = Points.line();
  private static final double[] POSITIVE = Points.positive();

  @TestFactory
  Stream<DynamicTest> onTheLine() {
    return Stream.of(
        test("exp", Tensor::exp, Precisely::exp, LINE, 0.70),
        test("tanh", Tensor::tanh, Precisely::tanh, LINE, 0.82),
        test("sigmoid", Tensor::sigmoid, Precisely::sigmoid, LINE, 0.70),
        test("softplus", Tensor::softplus, Precisely::softplus, LINE, 0.70),
        test("erf", Tensor::erf, Precisely::erf, LINE, 0.95));
  }

  @TestFactory
  Stream<DynamicTest> ofPositiveNumbers() {
    return Stream.of(
        test("log", Tensor::log, Precisely::log, POSITIVE, 0.501),
        test("rsqrt", Tensor::reciprocalSqrt, Precisely::reciprocalSqrt, POSITIVE, 0.501));
  }

  @TestFactory
  Stream<DynamicTest> ofPowers() {
    return IntStream.range(0, Functions.EXPONENTS.length)
        .mapToObj(i -> power(Functions.EXPONENTS[i], part(i)));
  }

  private static DynamicTest power(double exponent, double[] points) {
    return test(
        "power " + exponent,
        x -> x.power(exponent),
        x -> Precisely.power(x, exponent),
        points,
        0.70);
  }

  private static double[] part(int part) {
    return IntStream.range(0, POSITIVE.length)
        .filter(i -> i % Functions.EXPONENTS.length == part)
        .mapToDouble(i -> POSITIVE[i])
        .toArray();
  }

  private static DynamicTest test(
      String name,
      UnaryOperator<Tensor> function,
      UnaryOperator<BigDecimal> precise,
      double[] points,
      double bound) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          double[] results = Functions.values(function, points);
          double[] errors =
              IntStream.range(0, points.length)
                  .parallel()
                  .mapToDouble(
                      i -> Ulps.error(results[i], precise.apply(new BigDecimal(points[i]))))
                  .toArray();
          double worst = DoubleStream.of(errors).max().orElseThrow();
          assertThat(worst)
              .as("ulps at %s", points[Arrays.stream(errors).boxed().toList().indexOf(worst)])
              .isLessThan(bound);
        });
  }
}
