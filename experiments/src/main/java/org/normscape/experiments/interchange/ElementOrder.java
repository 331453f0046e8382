package org.normscape.experiments.interchange;

import org.normscape.ir.Shape;

/** In which order the elements of an array lie in a file. */
enum ElementOrder {
  /** The last index runs fastest, as in C and here. */
  ROW_MAJOR {
    @Override
    int place(int index, Shape shape) {
      return index;
    }
  },
  /** The first index runs fastest, as in Fortran. */
  COLUMN_MAJOR {
    @Override
    int place(int index, Shape shape) {
      int place = 0;
      int rest = index;
      int stride = shape.size();
      for (int axis = shape.rank() - 1; axis >= 0; axis--) {
        stride /= shape.dim(axis);
        place += rest % shape.dim(axis) * stride;
        rest /= shape.dim(axis);
      }
      return place;
    }
  };

  /** The place in the file of the element at an index in row-major order. */
  abstract int place(int index, Shape shape);
}
