package org.normscape.bench.measure;

import java.util.function.Supplier;

/**
 * What is done in one sample: cases with work of the same name compare.
 *
 * @param name what, in a few words
 * @param size where it stands on the axis of a question that has one
 * @param cost how much that is; asked for once, when the table is made
 * @param amplification how many times more than is usual a step of it amplifies rounding
 */
public record Work(String name, double size, Supplier<Cost> cost, double amplification) {

  /** Work of a question without an axis. */
  public static Work of(String name, Supplier<Cost> cost) {
    return new Work(name, Double.NaN, cost, 1);
  }

  /** Work of which no operations are counted. */
  public static Work uncounted(String name) {
    return of(name, () -> Cost.UNKNOWN);
  }

  /** The same, of which each step amplifies rounding as given. */
  public Work amplifying(double other) {
    return new Work(name, size, cost, other);
  }
}
