package org.normscape.backend.tf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;

/**
 * A shape whose neighbouring axes are joined where either all of them are among {@code axes} or
 * none is: TensorFlow repeats and sums fastest along few long axes.
 *
 * @param whole the shape
 * @param axes some of its axes, ascending
 * @param dims the joined extents, of which every other one is made of {@code axes}
 * @param others which of the joined extents are made of the other axes
 */
public record Joined(Shape whole, List<Integer> axes, Shape dims, List<Integer> others) {

  /** Joins the axes of a shape. */
  public static Joined of(Shape whole, List<Integer> axes) {
    List<Integer> extents = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int axis = 0; axis < whole.rank(); axis++) {
      boolean isOther = !axes.contains(axis);
      if (axis > 0 && isOther != axes.contains(axis - 1)) {
        int last = extents.size() - 1;
        extents.set(last, extents.get(last) * whole.dim(axis));
      } else {
        if (isOther) {
          others.add(extents.size());
        }
        extents.add(whole.dim(axis));
      }
    }
    return new Joined(whole, axes, new Shape(extents), List.copyOf(others));
  }

  /** The extents on the axes alone. */
  public Shape part() {
    return whole.without(whole.axesExcept(axes));
  }

  /** The joined extents of what lies along the axes and repeats along the others. */
  public Shape repeated() {
    return new Shape(
        IntStream.range(0, dims.rank())
            .mapToObj(i -> others.contains(i) ? 1 : dims.dim(i))
            .toList());
  }

  /** Whether the axes are the last ones, and others come before them. */
  public boolean isTrailing() {
    return others.equals(List.of(0)) && dims.rank() == 2;
  }
}
