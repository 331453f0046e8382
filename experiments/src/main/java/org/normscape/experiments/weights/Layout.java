package org.normscape.experiments.weights;

import java.util.Optional;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.replay.HostArray;

/** In which order the axes of filters and matrices lie in a file. */
enum Layout {
  /** Filters {@code [height,width,in,out]} and matrices {@code [in,out]}: as here. */
  INPUT_FIRST {
    @Override
    HostArray here(HostArray array, Optional<Shape> image) {
      return array;
    }
  },
  /** Filters {@code [out,in,height,width]} and matrices {@code [out,in]}. */
  OUTPUT_FIRST {
    @Override
    HostArray here(HostArray array, Optional<Shape> image) {
      Shape shape = array.type().shape();
      if (shape.rank() == FILTER) {
        return transposed(array, 2, 3, 1, 0);
      }
      if (shape.rank() != MATRIX) {
        return array;
      }
      int inputs = shape.dim(1);
      if (image.filter(places -> places.size() == inputs).isEmpty()) {
        return transposed(array, 1, 0);
      }
      Shape places = image.orElseThrow();
      HostArray byChannel =
          shaped(array, shape.dim(0), places.dim(2), places.dim(0), places.dim(1));
      return shaped(transposed(byChannel, 2, 3, 1, 0), inputs, shape.dim(0));
    }
  };

  private static final int FILTER = 4;
  private static final int MATRIX = 2;

  /**
   * A filter or a matrix, laid out as here; anything else as it is.
   *
   * @param image where the rows of the matrix's input are images, their {@code [height,width,
   *     channels]}
   */
  abstract HostArray here(HostArray array, Optional<Shape> image);

  private static HostArray shaped(HostArray array, int... dims) {
    double[] values = new double[array.type().shape().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.at(i);
    }
    return HostArray.of(new TensorType(array.type().dtype(), Shape.of(dims)), values);
  }

  /** The array with axis {@code i} of the result being axis {@code order[i]} of the array. */
  private static HostArray transposed(HostArray array, int... order) {
    Shape from = array.type().shape();
    int rank = from.rank();
    int[] strides = new int[rank];
    int stride = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= from.dim(axis);
    }
    int[] dims = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      dims[axis] = from.dim(order[axis]);
    }
    double[] values = new double[from.size()];
    int[] at = new int[rank];
    for (int i = 0; i < values.length; i++) {
      int source = 0;
      for (int axis = 0; axis < rank; axis++) {
        source += at[axis] * strides[order[axis]];
      }
      values[i] = array.at(source);
      next(at, dims);
    }
    return HostArray.of(new TensorType(array.type().dtype(), Shape.of(dims)), values);
  }

  private static void next(int[] at, int[] dims) {
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      if (++at[axis] < dims[axis]) {
        return;
      }
      at[axis] = 0;
    }
  }
}
