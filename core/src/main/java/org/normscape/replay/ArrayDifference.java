package org.normscape.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/**
 * How two arrays of one type differ.
 *
 * @param type their type
 * @param elements the number of elements that differ
 * @param ulps the largest difference, in steps from one number of the type to the next
 * @param index the first place where they differ, by axis
 * @param one the element there, in one array
 * @param other the element there, in the other array
 */
public record ArrayDifference(
    TensorType type, int elements, long ulps, List<Integer> index, double one, double other) {

  public ArrayDifference {
    index = List.copyOf(index);
  }

  /** How two arrays differ, bit by bit; empty when they do not. */
  public static Optional<ArrayDifference> of(Array one, Array other) {
    TensorType type = one.type();
    double[] x = one.toDoubles();
    double[] y = other.toDoubles();
    int count = 0;
    int first = -1;
    long ulps = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Bits.equal(x[i], y[i])) {
        first = count++ == 0 ? i : first;
        ulps = Math.max(ulps, Bits.ulps(type.dtype(), x[i], y[i]));
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new ArrayDifference(type, count, ulps, index(type, first), x[first], y[first]));
  }

  /** Whether two arrays are equal where denormals and −0 count as +0. */
  static boolean equalWhenFlushed(Array one, Array other) {
    DType dtype = one.type().dtype();
    double[] x = one.toDoubles();
    double[] y = other.toDoubles();
    for (int i = 0; i < x.length; i++) {
      if (!Bits.equalWhenFlushed(dtype, x[i], y[i])) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> index(TensorType type, int flat) {
    List<Integer> index = new ArrayList<>();
    int rest = flat;
    for (int axis = type.shape().rank() - 1; axis >= 0; axis--) {
      index.add(0, rest % type.shape().dim(axis));
      rest /= type.shape().dim(axis);
    }
    return index;
  }

  /** The same in a sentence, with the names of the two. */
  public String describe(String nameOfOne, String nameOfOther) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d elements differ, by %s at most; the first is at %s: %s has %s, %s has %s",
        elements,
        type.shape().size(),
        ulps == Long.MAX_VALUE ? "a NaN" : String.format(Locale.ROOT, "%,d ulp", ulps),
        index,
        nameOfOne,
        text(one),
        nameOfOther,
        text(other));
  }

  /** A number in decimal and in hexadecimal digits, either of which is all of it. */
  static String text(double value) {
    return "%s (%s)".formatted(value, Double.toHexString(value));
  }
}
