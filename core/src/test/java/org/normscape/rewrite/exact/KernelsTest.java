package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/** What the elementary functions are made of. */
class KernelsTest {

  private static BigDecimal exactly(double x) {
    return new BigDecimal(x);
  }

  /** High and low part of what is written for scalars, added exactly. */
  private static BigDecimal value(Function<List<Tensor>, DoubleDouble> body, double... arguments) {
    List<double[]> parts =
        Numbers.run(
            IntStream.range(0, arguments.length).mapToObj(i -> TensorType.float64()).toList(),
            x -> List.of(body.apply(x).high(), body.apply(x).low()),
            IntStream.range(0, arguments.length)
                .mapToObj(i -> new double[] {arguments[i]})
                .toList());
    return exactly(parts.get(0)[0]).add(exactly(parts.get(1)[0]));
  }

  @Property(tries = 300)
  void sumsAreExact(
      @ForAll long x, @ForAll @IntRange(min = -80, max = 80) int exponent, @ForAll long y) {
    double first = Math.scalb((double) x, exponent);
    double second = (double) y;
    assertThat(value(in -> DoubleDouble.sum(in.get(0), in.get(1)), first, second))
        .isEqualByComparingTo(exactly(first).add(exactly(second)));
    double larger = Math.max(Math.abs(first), Math.abs(second));
    double smaller = Math.min(Math.abs(first), Math.abs(second));
    assertThat(value(in -> DoubleDouble.orderedSum(in.get(0), in.get(1)), larger, smaller))
        .isEqualByComparingTo(exactly(larger).add(exactly(smaller)));
  }

  @Property(tries = 300)
  void productsWithConstantsAreExact(@ForAll long x, @ForAll long y) {
    double factor = (double) x;
    double constant = (double) y;
    assertThat(value(in -> new DoubleDouble(in.get(0), in.get(0).zeros()).times(constant), factor))
        .isEqualByComparingTo(exactly(factor).multiply(exactly(constant)));
  }

  @Property(tries = 300)
  void logarithmsHaveSixtyEightBits(
      @ForAll long x, @ForAll @IntRange(min = -900, max = 900) int exponent) {
    double positive = Math.scalb(Math.abs((double) x) + 2, exponent);
    BigDecimal exact = Precisely.log(exactly(positive));
    BigDecimal error = value(in -> Logarithm.of(in.get(0)), positive).subtract(exact).abs();
    assertThat(error).isLessThanOrEqualTo(exact.abs().multiply(BigDecimal.valueOf(0x1p-68)));
  }

  @Test
  void powersOfTwoAndTheirExponentsAreExact() {
    double[] exponents = IntStream.rangeClosed(-900, 900).asDoubleStream().toArray();
    TensorType type = TensorType.float64(exponents.length);
    List<double[]> results =
        Numbers.run(
            List.of(type),
            k -> {
              Tensor power = Binade.power(k.get(0), 900);
              return List.of(power, Binade.exponent(power, 900));
            },
            List.of(exponents));
    assertThat(results.get(0))
        .containsExactly(
            IntStream.rangeClosed(-900, 900).mapToDouble(k -> Math.scalb(1.0, k)).toArray());
    assertThat(results.get(1)).containsExactly(exponents);
  }

  @Test
  void constantsInTwoPartsAreThoseOfLogarithms() {
    check(BigDecimal.valueOf(2), Exponential.LN2_HIGH, Exponential.LN2_LOW);
    check(exactly(Logarithm.HIGH_CENTRE), Logarithm.HIGH_LOG_HIGH, Logarithm.HIGH_LOG_LOW);
    check(exactly(Logarithm.LOW_CENTRE), Logarithm.LOW_LOG_HIGH, Logarithm.LOW_LOG_LOW);
  }

  /** The high part has 42 binary places, the low part is the rounded rest. */
  private static void check(BigDecimal argument, double high, double low) {
    assertThat(high * 0x1p42).isEqualTo(Math.rint(high * 0x1p42));
    assertThat(Precisely.log(argument).subtract(exactly(high)).doubleValue()).isEqualTo(low);
  }

  @Test
  void coefficientsAreReciprocalFactorials() {
    long factorial = 1;
    for (int n = 1; n <= 18; n++) {
      factorial *= n;
      assertThat(Exponential.reciprocalFactorial(n)).isEqualTo(1.0 / factorial);
    }
  }
}
