package org.normscape.reference;

import java.util.Collection;
import org.normscape.ir.Shape;

/** Where the elements of one tensor, visited in row-major order, stand in another. */
final class Places {

  private Places() {}

  /** The places {@code offset + Σ index[axis] · strides[axis]} for the indices of {@code shape}. */
  static int[] of(Shape shape, int offset, int[] strides) {
    int[] places = new int[shape.size()];
    places[0] = offset;
    int known = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      for (int i = known; i < known * shape.dim(axis); i++) {
        places[i] = places[i - known] + strides[axis];
      }
      known *= shape.dim(axis);
    }
    return places;
  }

  /** Where each element of {@code shape} stands once {@code axes} are dropped. */
  static int[] without(Shape shape, Collection<Integer> axes) {
    int[] strides = new int[shape.rank()];
    int[] kept = shape.without(axes).strides();
    int next = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = axes.contains(axis) ? 0 : kept[next++];
    }
    return of(shape, 0, strides);
  }
}
