package org.normscape.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** Largest elements, the places where they stand, and such places as rows of 0 and 1. */
final class Maxima {

  private Maxima() {}

  static Values max(Values x, List<Integer> axes) {
    double[] result = new double[x.shape().without(axes).size()];
    Arrays.fill(result, Double.NEGATIVE_INFINITY);
    Places.without(x.shape(), axes).raise(x.data(), result);
    return Values.rounded(x.type().withShape(x.shape().without(axes)), result);
  }

  /** Whether a later element takes the place of the best one before it: the first NaN stays. */
  static boolean isBetter(double later, double best) {
    return later > best || (Double.isNaN(later) && !Double.isNaN(best));
  }

  static Values argMax(Values x) {
    int width = x.shape().dim(-1);
    double[] indices = new double[x.shape().size() / width];
    for (int row = 0; row < indices.length; row++) {
      int best = 0;
      for (int i = 1; i < width; i++) {
        best = isBetter(x.data()[row * width + i], x.data()[row * width + best]) ? i : best;
      }
      indices[row] = best;
    }
    Shape result = x.shape().without(List.of(x.shape().rank() - 1));
    return Values.rounded(new TensorType(DType.INT32, result), indices);
  }

  static Values oneHot(Values indices, int depth, DType dtype) {
    double[] data = new double[indices.data().length * depth];
    for (int row = 0; row < indices.data().length; row++) {
      int index = (int) indices.data()[row];
      if (index >= 0 && index < depth) {
        data[row * depth + index] = 1;
      }
    }
    List<Integer> dims = new ArrayList<>(indices.shape().dims());
    dims.add(depth);
    return Values.rounded(new TensorType(dtype, new Shape(dims)), data);
  }
}
