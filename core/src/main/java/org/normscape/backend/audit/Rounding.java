package org.normscape.backend.audit;

import org.normscape.ir.DType;

/**
 * What rounding may make of a result.
 *
 * @param places over how many places a sum may run
 * @param lost the largest difference that rounding to float32 after each operation makes of the
 *     definition in plain loops: large where the terms of a result cancel; 0 where it was not asked
 *     for
 */
record Rounding(double places, double lost) {

  /** What sums over {@link #PLACES} places may lose: half of what gradients are allowed. */
  private static final double FLOAT32 = 5e-5;

  private static final double FLOAT64 = 5e-12;

  /** A unit in the last place of float64, in those of float32. */
  private static final double FINER = 0x1p-29;

  /** Rounding grows with the square root of the number of places beyond this one. */
  private static final double PLACES = 1 << 17;

  /** How many times as much as the definition a kernel may lose: it orders the terms otherwise. */
  private static final double OTHER_ORDERS = 16;

  /**
   * The largest difference that is allowed, relative to the largest right number.
   *
   * @param dtype what the numbers are kept in
   * @param largest the largest right number
   */
  double allowed(DType dtype, double largest) {
    double ofDefinition = OTHER_ORDERS * lost / largest;
    return switch (dtype) {
      case FLOAT32 -> Math.max(FLOAT32 * ofSums(), ofDefinition);
      case FLOAT64 -> Math.max(FLOAT64 * ofSums(), FINER * ofDefinition);
      case INT32 -> 0;
    };
  }

  private double ofSums() {
    return Math.max(1, Math.sqrt(places / PLACES));
  }
}
