package org.normscape.linalg.box;

import org.jspecify.annotations.Nullable;

/**
 * A search along a line for a place that satisfies the strong Wolfe conditions (Nocedal and Wright,
 * "Numerical Optimization", algorithms 3.5 and 3.6), with the constants of L-BFGS-B.
 */
final class WolfeSearch {

  private static final double DECREASE = 1e-3;
  private static final double FLATTER = 0.9;
  private static final double GROWTH = 4;
  private static final double MARGIN = 0.1;
  private static final int EVALUATIONS = 20;

  private final Differentiable function;
  private final Bounds bounds;
  private final double[] x;
  private final double[] direction;
  private final double most;
  private final At start;
  private int evaluations;

  /** A place on the line. */
  static final class At {

    private final double t;
    private final double[] x;
    private final Slope slope;
    private final double along;

    /**
     * A place.
     *
     * @param t how far along the direction
     * @param x where that is
     * @param slope the function there
     * @param along its derivative in t
     */
    private At(double t, double[] x, Slope slope, double along) {
      this.t = t;
      this.x = x;
      this.slope = slope;
      this.along = along;
    }

    /** How far along the direction it is. */
    double t() {
      return t;
    }

    /** Where it is. */
    double[] x() {
      return x;
    }

    /** The function there. */
    Slope slope() {
      return slope;
    }

    /** The derivative along the direction. */
    double along() {
      return along;
    }

    double value() {
      return slope.value();
    }
  }

  /**
   * A search.
   *
   * @param here the function at x
   * @param most the largest multiple of the direction
   */
  WolfeSearch(
      Differentiable function,
      Bounds bounds,
      double[] x,
      Slope here,
      double[] direction,
      double most) {
    this.function = function;
    this.bounds = bounds;
    this.x = x;
    this.direction = direction;
    this.most = most;
    this.start = new At(0, x, here, Dense.dot(here.gradient(), direction));
  }

  /** A place that will do, which may be the end of the line; nothing where none was found. */
  @Nullable At find() {
    At low = start;
    double t = Math.min(1, most);
    while (evaluations < EVALUATIONS) {
      At at = at(t);
      if (!at.slope().isFinite()) {
        return at;
      } else if (isTooHigh(at) || (low.t() > 0 && at.value() >= low.value())) {
        return between(low, at);
      } else if (isFlat(at) || t >= most) {
        return at;
      } else if (at.along() >= 0) {
        return between(at, low);
      }
      low = at;
      t = Math.min(most, GROWTH * t);
    }
    return low.t() > 0 ? low : null;
  }

  /** Searches between a place that is low enough and another end. */
  private @Nullable At between(At lowest, At other) {
    At low = lowest;
    At high = other;
    while (evaluations < EVALUATIONS) {
      At at = at(middle(low, high));
      if (!at.slope().isFinite()) {
        return at;
      } else if (isTooHigh(at) || at.value() >= low.value()) {
        high = at;
      } else if (isFlat(at)) {
        return at;
      } else {
        high = at.along() * (high.t() - low.t()) >= 0 ? low : high;
        low = at;
      }
    }
    return low.t() > 0 ? low : null;
  }

  /** The minimum of the parabola through both ends, kept away from them. */
  private static double middle(At low, At high) {
    double width = high.t() - low.t();
    double bend = high.value() - low.value() - low.along() * width;
    double share = bend > 0 ? -low.along() * width / (2 * bend) : 0.5;
    return low.t() + Math.max(MARGIN, Math.min(1 - MARGIN, share)) * width;
  }

  private At at(double t) {
    evaluations++;
    double[] there = bounds.along(x, t, direction);
    Slope slope = function.at(there);
    return new At(t, there, slope, Dense.dot(slope.gradient(), direction));
  }

  private boolean isTooHigh(At at) {
    return at.value() > start.value() + DECREASE * at.t() * start.along();
  }

  private boolean isFlat(At at) {
    return Math.abs(at.along()) <= -FLATTER * start.along();
  }
}
