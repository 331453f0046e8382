package org.normscape.bench.measure;

import java.util.function.Supplier;

/**
 * What is done in one sample: cases with work of the same name compare.
 *
 * @param name what, in a few words
 * @param size where it stands on the axis of a question that has one
 * @param cost how much that is; asked for once, when the table is made
 */
public record Work(String name, double size, Supplier<Cost> cost) {

  /** Work of a question without an axis. */
  public static Work of(String name, Supplier<Cost> cost) {
    return new Work(name, Double.NaN, cost);
  }

  /** Work of which no operations are counted. */
  public static Work uncounted(String name) {
    return of(name, () -> Cost.UNKNOWN);
  }
}
