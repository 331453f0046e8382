package org.normscape.linalg.box;

/** The least and the greatest value of each variable. */
public final class Bounds {

  private final double[] lower;
  private final double[] upper;

  /**
   * Bounds, which are taken over.
   *
   * @param lower may be −∞
   * @param upper not below the lower ones; may be ∞
   * @throws IllegalArgumentException when there are not as many of both, or one is below the other
   */
  public Bounds(double[] lower, double[] upper) {
    require(
        lower.length == upper.length,
        "there must be a lower and an upper one for each variable",
        "%s and %s".formatted(lower.length, upper.length));
    for (int i = 0; i < lower.length; i++) {
      require(
          lower[i] <= upper[i],
          "the upper one must not be below the lower one",
          "those of variable %s are %s and %s".formatted(i, lower[i], upper[i]));
    }
    this.lower = lower;
    this.upper = upper;
  }

  private static void require(boolean holds, String rule, String given) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Bounds: %s, but there are %s. To fix: pass arrays of one length, in order."
              .formatted(rule, given));
    }
  }

  double lower(int i) {
    return lower[i];
  }

  double upper(int i) {
    return upper[i];
  }

  /** The nearest value that is allowed. */
  double nearest(int i, double x) {
    return Math.max(lower[i], Math.min(upper[i], x));
  }

  /** Whether a value lies between both and touches neither. */
  boolean isFree(int i, double x) {
    return x > lower[i] && x < upper[i];
  }

  /** How far one may go from x along d before a variable meets its bound: the factor of d. */
  double room(double[] x, double[] d) {
    double room = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (d[i] != 0) {
        double to = d[i] > 0 ? upper[i] : lower[i];
        room = Math.min(room, Math.max(0, (to - x[i]) / d[i]));
      }
    }
    return room;
  }

  /** {@code x + t d}, no element of which leaves its bounds by rounding. */
  double[] along(double[] x, double t, double[] d) {
    double[] there = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      there[i] = nearest(i, x[i] + t * d[i]);
    }
    return there;
  }

  /** The largest element of the projected gradient: 0 at a minimum between the bounds. */
  double projectedGradient(double[] x, double[] gradient) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(nearest(i, x[i] - gradient[i]) - x[i]));
    }
    return largest;
  }
}
