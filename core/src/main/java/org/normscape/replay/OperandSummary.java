package org.normscape.replay;

import java.util.Locale;
import org.normscape.backend.Array;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/**
 * What the numbers of an operand are like.
 *
 * @param type its type
 * @param min the smallest finite element; NaN when there is none
 * @param max the largest finite element; NaN when there is none
 * @param meanMagnitude the mean of the finite elements' absolute values; NaN when there is none
 * @param zeros how many are +0 or −0
 * @param denormals how many are denormal
 * @param nonFinite how many are infinite or NaN
 */
public record OperandSummary(
    TensorType type,
    double min,
    double max,
    double meanMagnitude,
    int zeros,
    int denormals,
    int nonFinite) {

  /** The summary of an array. */
  public static OperandSummary of(Array array) {
    DType dtype = array.type().dtype();
    double min = Double.NaN;
    double max = Double.NaN;
    double sum = 0;
    int zeros = 0;
    int denormals = 0;
    int finite = 0;
    double[] values = array.toDoubles();
    for (double value : values) {
      if (Double.isFinite(value)) {
        min = finite == 0 ? value : Math.min(min, value);
        max = finite == 0 ? value : Math.max(max, value);
        sum += Math.abs(value);
        finite++;
        zeros += value == 0 ? 1 : 0;
        denormals += Bits.isDenormal(dtype, value) ? 1 : 0;
      }
    }
    return new OperandSummary(
        array.type(), min, max, sum / finite, zeros, denormals, values.length - finite);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: from %.6g to %.6g, mean magnitude %.6g; %d zeros, %d denormals, %d not finite",
        type,
        min,
        max,
        meanMagnitude,
        zeros,
        denormals,
        nonFinite);
  }
}
