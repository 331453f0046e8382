package org.normscape.reference;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Shape;

/** Elements at other places. */
final class Rearrangements {

  private Rearrangements() {}

  static Values transpose(Values x, List<Integer> order) {
    int[] from = x.shape().strides();
    Shape result = new Shape(order.stream().map(x.shape()::dim).toList());
    int[] strides = order.stream().mapToInt(axis -> from[axis]).toArray();
    return x.gather(result, Places.of(result, 0, strides));
  }

  static Values slice(Values x, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    int[] from = x.shape().strides();
    int[] strides = new int[from.length];
    List<Integer> extents = new ArrayList<>();
    int offset = 0;
    for (int axis = 0; axis < from.length; axis++) {
      extents.add((limit.get(axis) - start.get(axis) - 1) / stride.get(axis) + 1);
      strides[axis] = from[axis] * stride.get(axis);
      offset += from[axis] * start.get(axis);
    }
    Shape result = new Shape(extents);
    return x.gather(result, Places.of(result, offset, strides));
  }

  static Values pad(Values x, List<Integer> low, List<Integer> high, List<Integer> interior) {
    List<Integer> extents = new ArrayList<>();
    for (int axis = 0; axis < low.size(); axis++) {
      int inside = (x.shape().dim(axis) - 1) * (interior.get(axis) + 1) + 1;
      extents.add(low.get(axis) + inside + high.get(axis));
    }
    Shape result = new Shape(extents);
    int[] to = result.strides();
    int[] strides = new int[to.length];
    int offset = 0;
    for (int axis = 0; axis < to.length; axis++) {
      strides[axis] = to[axis] * (interior.get(axis) + 1);
      offset += to[axis] * low.get(axis);
    }
    double[] data = new double[result.size()];
    Places.of(x.shape(), offset, strides).put(x.data(), data);
    return Values.rounded(x.type().withShape(result), data);
  }

  static Values concatenate(Values x, Values y, int axis) {
    Shape result = x.shape().with(axis, x.shape().dim(axis) + y.shape().dim(axis));
    int[] strides = result.strides();
    double[] data = new double[result.size()];
    Places.of(x.shape(), 0, strides).put(x.data(), data);
    Places.of(y.shape(), x.shape().dim(axis) * strides[axis], strides).put(y.data(), data);
    return Values.rounded(x.type().withShape(result), data);
  }
}
