package org.normscape.norm.activated;

import org.normscape.ir.Shape;
import org.normscape.nn.initialization.Initializer;
import org.normscape.random.RandomStream;

/**
 * The quantiles of the standard normal distribution at {@code (i + ½) / n} for i = 0 … n − 1: as a
 * sample without chance.
 */
record NormalQuantiles() implements Initializer {

  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

  @Override
  public double[] values(Shape shape, RandomStream random) {
    double[] values = new double[shape.size()];
    int last = values.length - 1;
    for (int i = 0; i <= last / 2; i++) {
      double quantile = above((last - 2 * i) / (2.0 * values.length));
      values[i] = -quantile;
      values[last - i] = quantile;
    }
    return values;
  }

  /**
   * Where the distribution function is ½ + {@code share}, by Newton's method: from 0 it rises to
   * the solution, since the function is concave there.
   */
  private static double above(double share) {
    double x = 0;
    double step;
    do {
      step = (share - area(x)) / density(x);
      x += step;
    } while (step > 1e-15 * x);
    return x;
  }

  private static double density(double x) {
    return DENSITY_AT_ZERO * StrictMath.exp(-x * x / 2);
  }

  /** The integral of the density from 0 to x: the series of Marsaglia (2004). */
  private static double area(double x) {
    double term = x;
    double sum = 0;
    for (int k = 1; sum + term > sum; k++) {
      sum += term;
      term *= x * x / (2 * k + 1);
    }
    return sum * density(x);
  }
}
