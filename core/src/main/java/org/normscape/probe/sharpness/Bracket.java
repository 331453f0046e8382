package org.normscape.probe.sharpness;

import java.util.function.DoublePredicate;

/**
 * Where something that does not hold near 0 begins to hold, as far as a number of questions told.
 *
 * @param low the largest number that was asked and for which it does not hold; 0 where none was
 * @param high the smallest number that was asked and for which it holds; ∞ where none was
 * @param questions how many were asked
 */
record Bracket(double low, double high, int questions) {

  /**
   * Searches: outward or inward by factors of 2, 4, 8, … until there are two ends, then by halving
   * their ratio. Where it begins to hold and ends again, the search finds one of these places.
   *
   * @param start the first number asked
   * @param questions how often to ask
   * @param holds the question
   */
  static Bracket around(double start, int questions, DoublePredicate holds) {
    Bracket bracket = new Bracket(0, Double.POSITIVE_INFINITY, 0);
    double factor = 2;
    double at = start;
    while (bracket.questions < questions) {
      bracket = holds.test(at) ? bracket.below(at) : bracket.above(at);
      at = bracket.isClosed() ? bracket.middle() : bracket.beyond(factor);
      factor *= 2;
    }
    return bracket;
  }

  private Bracket below(double at) {
    return new Bracket(low, at, questions + 1);
  }

  private Bracket above(double at) {
    return new Bracket(at, high, questions + 1);
  }

  private double beyond(double factor) {
    return low == 0 ? high / factor : low * factor;
  }

  /** Whether both ends were found. */
  boolean isClosed() {
    return low > 0 && high < Double.POSITIVE_INFINITY;
  }

  /** The geometric mean of the ends; NaN where one was not found. */
  double middle() {
    return isClosed() ? low * Math.sqrt(high / low) : Double.NaN;
  }
}
