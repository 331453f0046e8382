package org.normscape.backend.audit;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
   * @param rounding what rounding may make of the right numbers
   */
  static Difference of(
      Array actual, double[] expected, double times, Tiling tiling, Rounding rounding) {
    double[] right = Arrays.stream(expected).map(x -> x * times).toArray();
    DType dtype = actual.type().dtype();
    double scale = Arrays.stream(right).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    double unit = scale > 0 ? scale : 1;
    double allowed = rounding.allowed(dtype, unit / times);
    Tally tally =
        dtype == DType.FLOAT32
            ? tally(actual.toFloats(), right, unit * allowed, tiling)
            : tally(actual.toDoubles(), right, unit * allowed, tiling);
    return new Difference(tally.largest / unit, allowed, tally.wrong, tiling.large().size());
  }

  private static Tally tally(float[] numbers, double[] right, double allowed, Tiling tiling) {
    return tally(
        tiling,
        () -> new Tally(right, allowed),
        tally -> (start, length, from, period) -> tally.row(numbers, start, length, from, period));
  }

  private static Tally tally(double[] numbers, double[] right, double allowed, Tiling tiling) {
    return tally(
        tiling,
        () -> new Tally(right, allowed),
        tally -> (start, length, from, period) -> tally.row(numbers, start, length, from, period));
  }

  /** Parts of the rows on all processors. */
  private static Tally tally(
      Tiling tiling, Supplier<Tally> empty, Function<Tally, Tiling.RowVisitor> visitor) {
    int parts = Runtime.getRuntime().availableProcessors();
    long rows = tiling.rows();
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(
            part -> {
              Tally tally = empty.get();
              int first = Math.toIntExact(rows * part / parts);
              int limit = Math.toIntExact(rows * (part + 1) / parts);
              tiling.forEachRow(first, limit, visitor.apply(tally));
              return tally;
            })
        .reduce(empty.get(), Tally::and);
  }

  /** What is counted while rows are compared. */
  private static final class Tally {

    private final double[] right;
    private final double allowed;
    private double largest;
    private long wrong;

    Tally(double[] right, double allowed) {
      this.right = right;
      this.allowed = allowed;
    }

    Tally and(Tally other) {
      Tally both = new Tally(right, allowed);
      both.largest = Math.max(largest, other.largest);
      both.wrong = wrong + other.wrong;
      return both;
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
