package org.normscape.backend.audit;

import java.util.Arrays;
import org.normscape.backend.Array;
import org.normscape.ir.DType;

/**
 * How far numbers are from the right ones.
 *
 * @param largest the largest difference, relative to the largest right number of its tensor;
 *     infinite where a number is missing
 * @param allowed what rounding may make of it
 * @param wrong how many numbers differ by more
 * @param of how many numbers were looked at
 */
record Difference(double largest, double allowed, long wrong, long of) {

  /** Nothing was looked at. */
  static final Difference NONE = new Difference(0, 0, 0, 0);

  /** What long sums in float32 and float64 may lose; half of what gradients are allowed. */
  private static final double FLOAT32 = 5e-5;

  private static final double FLOAT64 = 5e-12;

  boolean isRight() {
    return wrong == 0;
  }

  /** The two together. */
  Difference or(Difference other) {
    boolean isLarger = other.largest * allowed >= largest * other.allowed;
    Difference worse = isLarger ? other : this;
    return new Difference(worse.largest, worse.allowed, wrong + other.wrong, of + other.of);
  }

  /**
   * That of a result.
   *
   * @param actual the whole result
   * @param expected the right numbers, which it repeats
   * @param times how many times as large the whole ones are
   * @param tiling how it repeats them
   */
  static Difference of(Array actual, double[] expected, double times, Tiling tiling) {
    double[] right = Arrays.stream(expected).map(x -> x * times).toArray();
    DType dtype = actual.type().dtype();
    double scale = Arrays.stream(right).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    double allowed = dtype.isFloating() ? dtype == DType.FLOAT32 ? FLOAT32 : FLOAT64 : 0;
    Tally tally = new Tally(right, scale > 0 ? scale : 1, allowed);
    if (dtype == DType.FLOAT32) {
      float[] numbers = actual.toFloats();
      tiling.forEachRow(
          (start, length, from, period) -> tally.row(numbers, start, length, from, period));
    } else {
      double[] numbers = actual.toDoubles();
      tiling.forEachRow(
          (start, length, from, period) -> tally.row(numbers, start, length, from, period));
    }
    return new Difference(tally.largest / tally.scale, allowed, tally.wrong, tiling.large().size());
  }

  /** What is counted while rows are compared. */
  private static final class Tally {

    private final double[] right;
    private final double scale;
    private final double allowed;
    private double largest;
    private long wrong;

    Tally(double[] right, double scale, double relative) {
      this.right = right;
      this.scale = scale;
      this.allowed = relative * scale;
    }

    void row(float[] numbers, int start, int length, int from, int period) {
      for (int i = 0, place = 0; i < length; i++, place = place + 1 < period ? place + 1 : 0) {
        count(numbers[start + i], right[from + place]);
      }
    }

    void row(double[] numbers, int start, int length, int from, int period) {
      for (int i = 0, place = 0; i < length; i++, place = place + 1 < period ? place + 1 : 0) {
        count(numbers[start + i], right[from + place]);
      }
    }

    private void count(double actual, double expected) {
      double difference = Math.abs(actual - expected);
      if (difference <= allowed) {
        largest = Math.max(largest, difference);
      } else if (Double.compare(actual, expected) != 0) {
        largest =
            Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        wrong++;
      }
    }
  }
}
