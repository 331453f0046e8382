package org.normscape.reference;

import java.util.function.DoubleUnaryOperator;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** The numbers of a tensor, row-major, each representable in its dtype. Not changed once made. */
final class Values {

  private final TensorType type;
  private final double[] data;

  private Values(TensorType type, double[] data) {
    this.type = type;
    this.data = data;
  }

  /** Takes {@code data} over and rounds it, in place, to the dtype. */
  static Values rounded(TensorType type, double[] data) {
    if (type.dtype() != DType.FLOAT64) {
      for (int i = 0; i < data.length; i++) {
        data[i] = type.dtype() == DType.FLOAT32 ? (float) data[i] : (int) data[i];
      }
    }
    return new Values(type, data);
  }

  TensorType type() {
    return type;
  }

  Shape shape() {
    return type.shape();
  }

  double[] data() {
    return data;
  }

  /** The same numbers under another shape. */
  Values withShape(Shape shape) {
    return new Values(type.withShape(shape), data);
  }

  Values map(DoubleUnaryOperator function) {
    double[] result = new double[data.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.applyAsDouble(data[i]);
    }
    return rounded(type, result);
  }

  Values zip(Values other, Loops.Binary loop) {
    double[] result = new double[data.length];
    loop.apply(data, other.data, result);
    return rounded(type, result);
  }

  /** The elements at {@code places}. */
  Values gather(Shape shape, Places places) {
    double[] result = new double[shape.size()];
    places.gather(data, result);
    return new Values(type.withShape(shape), result);
  }

  /** The elements at {@code places}. */
  Values gather(Shape shape, int[] places) {
    double[] result = new double[places.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = data[places[i]];
    }
    return new Values(type.withShape(shape), result);
  }

  /** Adds each element at its place in a tensor of zeros, in row-major order of the elements. */
  Values scatter(Shape shape, int[] places) {
    double[] result = new double[shape.size()];
    for (int i = 0; i < data.length; i++) {
      result[places[i]] += data[i];
    }
    return rounded(type.withShape(shape), result);
  }
}
