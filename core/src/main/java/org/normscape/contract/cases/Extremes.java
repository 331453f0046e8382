package org.normscape.contract.cases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normscape.random.RandomStream;

/** Numbers on which arithmetic shows how it was done: of every scale, and beyond all scales. */
public final class Extremes {

  private static final double[] SCALES = {1, 1e-130, 1e130, 1e-160, 1e160, 1e-290};

  private Extremes() {}

  /** All ways of drawing such numbers. */
  public static List<Sampler> all() {
    return Stream.concat(
            DoubleStream.of(SCALES).mapToObj(Extremes::around),
            Stream.of(Extremes::heavyTailed, Extremes::everything))
        .toList();
  }

  /** Normal numbers times log-normal ones. */
  public static double[] heavyTailed(RandomStream random, int count) {
    double[] values = random.normal(count, 1);
    double[] exponents = random.normal(count, 1);
    Arrays.setAll(values, i -> values[i] * StrictMath.exp(exponents[i]));
    return values;
  }

  /** Numbers of one scale, among them ties, zeros of both signs and denormal numbers. */
  private static Sampler around(double scale) {
    return (random, count) -> {
      double[] values = random.normal(count, scale);
      for (int i = 0; i < count; i++) {
        values[i] =
            switch (random.nextInt(12)) {
              case 0 -> 0;
              case 1 -> -0.0;
              case 2 -> scale * random.nextInt(3);
              case 3 -> Double.MIN_VALUE * (random.nextInt(2000) - 1000);
              default -> values[i];
            };
      }
      return values;
    };
  }

  /** Numbers of all scales, with infinities and NaN. */
  private static double[] everything(RandomStream random, int count) {
    double[] values = random.normal(count, 1);
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            default -> StrictMath.scalb(values[i], random.nextInt(2090) - 1060);
          };
    }
    return values;
  }
}
