package org.normscape.linalg;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * How sums of squares are written into a program: of the elements as they are, or of elements
 * brought into [−1, 1] first, where squares would leave the range of the type. In float32 that is
 * the case for elements of 1e19 and of 1e−24.
 */
public enum Range {
  /** For elements whose squares are numbers of the type: nothing is added to the program. */
  ORDINARY {
    @Override
    public Scaled scaled(List<Tensor> elements) {
      return new Scaled(elements, Parameters.none());
    }
  },

  /** For any elements: one pass more, for the largest of them. */
  WHOLE {
    @Override
    public Scaled scaled(List<Tensor> elements) {
      Tensor largest =
          elements.stream()
              .map(x -> x.absolute().max(x.shape().axes()))
              .reduce(Tensor::maximum)
              .orElseThrow();
      Tensor zero = largest.zeros();
      Tensor scale = largest.equalTo(zero).select(largest.filled(1), largest);
      List<Tensor> divided =
          elements.stream()
              .map(x -> x.dividedBy(scale.broadcast(x.shape(), x.shape().axes())))
              .toList();
      return new Scaled(divided, Parameters.of("scale", scale));
    }
  };

  /**
   * Elements of a vector and what they were divided by.
   *
   * @param elements the elements as they are squared
   * @param scale {@code scale}, or nothing where it is 1
   */
  public record Scaled(List<Tensor> elements, Parameters<Tensor> scale) {}

  /** The elements as they are squared. */
  public abstract Scaled scaled(List<Tensor> elements);

  /** What a vector was divided by, as a program's results say. */
  public static double scale(Parameters<Double> results, String vector) {
    return results.byPath().getOrDefault(vector + ".scale", 1.0);
  }

  /**
   * Whether a sum of squares tells the norm to the precision of the type: neither it nor, for any
   * number of elements there can be, what vanished beside it has left the range. In exact numerics
   * sums are cut on a grid that ends at 2<sup>−450</sup>.
   */
  public static boolean isOrdinary(DType dtype, double sumOfSquares) {
    double limit = dtype == DType.FLOAT32 ? 0x1p70 : 0x1p400;
    return sumOfSquares >= 1 / limit && sumOfSquares <= limit;
  }

  /** A step length as programs see it: 0 where it is too small for a normal number of the type. */
  public static double rounded(DType dtype, double stepLength) {
    double carried = dtype == DType.FLOAT32 ? (float) stepLength : stepLength;
    double smallest = dtype == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    return Math.abs(carried) < smallest ? 0 : carried;
  }

  /** Whether a step of this length is one: finite and not 0 once rounded to the type. */
  public static boolean isLength(DType dtype, double stepLength) {
    double rounded = rounded(dtype, stepLength);
    return Double.isFinite(rounded) && rounded != 0;
  }

  /** The values of results, which are closed. */
  public static Parameters<Double> read(Parameters<Array> results) {
    try {
      return results.map(Array::toScalar);
    } finally {
      results.values().forEach(Array::close);
    }
  }
}
