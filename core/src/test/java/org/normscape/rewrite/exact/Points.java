package org.normscape.rewrite.exact;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.random.RandomStream;

/** Numbers at which functions are looked at. All are {@link Form#CANONICAL}. */
final class Points {

  private Points() {}

  /** The whole line: all magnitudes, and where functions of e<sup>x</sup> change their ways. */
  static double[] line() {
    return concat(
        signed(magnitudes(1000, -1021, 1023)),
        signed(magnitudes(2500, -60, 10)),
        uniform(4000, -1, 1),
        uniform(3000, -40, 40),
        uniform(4000, -760, 720),
        signed(around(powersOfTwo(-60, 10))),
        around(IntStream.rangeClosed(-60, 60).mapToDouble(k -> (k + 0.5) * StrictMath.log(2))),
        around(
            IntStream.rangeClosed(-110, 110).mapToDouble(k -> (k * 9 + 0.5) * StrictMath.log(2))),
        around(DoubleStream.of(-745.13, -708.4, -634, -40, -20, 20, 40, 709.78)),
        DoubleStream.of(0, Double.MAX_VALUE, -Double.MAX_VALUE));
  }

  /** The positive half: all magnitudes, and where the logarithm is near 0 or changes its centre. */
  static double[] positive() {
    return concat(
        magnitudes(3000, -1021, 1023),
        magnitudes(2000, -4, 4),
        uniform(3000, 0.5, 2),
        signed(magnitudes(1500, -53, -1)).map(x -> 1 + x),
        around(powersOfTwo(-1021, 1023)),
        around(DoubleStream.of(0.8839, 1.118, Math.sqrt(0.5), Math.sqrt(2))),
        DoubleStream.of(Double.MAX_VALUE));
  }

  /** Zero, both infinities and NaN, and the ends of the range. */
  static double[] special() {
    return new double[] {
      0,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      Double.MIN_NORMAL,
      -Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1,
      -1,
      2,
      -2,
      3,
      -3,
      0.5,
      -0.5
    };
  }

  private static double[] concat(DoubleStream... parts) {
    return Stream.of(parts).flatMapToDouble(part -> part).map(Forms::canonical).toArray();
  }

  /** Numbers in binades that are as likely as each other. */
  private static DoubleStream magnitudes(int count, int least, int most) {
    RandomStream random = RandomStream.of(1, "magnitudes/%s/%s".formatted(least, most));
    return IntStream.range(0, count)
        .mapToDouble(
            i -> Math.scalb(1 + random.nextUniform(), least + random.nextInt(most - least)));
  }

  private static DoubleStream uniform(int count, double low, double high) {
    return DoubleStream.of(
        RandomStream.of(1, "uniform/%s/%s".formatted(low, high)).uniform(count, low, high));
  }

  private static DoubleStream signed(DoubleStream points) {
    return points.flatMap(x -> DoubleStream.of(x, -x));
  }

  /** The nearest floats on either side, too. */
  private static DoubleStream around(DoubleStream centres) {
    return centres.flatMap(x -> IntStream.rangeClosed(-2, 2).mapToDouble(i -> x + i * Math.ulp(x)));
  }

  private static DoubleStream powersOfTwo(int least, int most) {
    return IntStream.rangeClosed(least, most).mapToDouble(e -> Math.scalb(1.0, e));
  }
}
