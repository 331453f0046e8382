package org.normscape.ir;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The extents of a tensor, outermost first; row-major. The empty shape is a scalar.
 *
 * @param dims the extents, each at least 1: an axis of no elements has no mean and no maximum, so
 *     it is refused here rather than by each operation
 */
public record Shape(List<Integer> dims) implements Serializable {

  /** The shape of a single number. */
  public static final Shape SCALAR = of();

  public Shape {
    dims = List.copyOf(dims);
    double elements = 1;
    for (int extent : dims) {
      if (extent < 1) {
        throw new IllegalArgumentException(
            "Shape: every extent must be at least 1, but the extents are %s. To fix: leave out what is empty."
                .formatted(dims));
      }
      elements *= extent;
    }
    if (elements > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Shape: a tensor has at most %s elements, but the extents are %s. To fix: split it."
              .formatted(Integer.MAX_VALUE, dims));
    }
  }

  /** The shape with these extents. */
  public static Shape of(int... dims) {
    return new Shape(IntStream.of(dims).boxed().toList());
  }

  /** The number of axes. */
  public int rank() {
    return dims.size();
  }

  /** The number of elements. */
  public int size() {
    int size = 1;
    for (int extent : dims) {
      size *= extent;
    }
    return size;
  }

  /** The extent of an axis; {@code -1} is the last one. */
  public int dim(int axis) {
    return dims.get(axis < 0 ? axis + rank() : axis);
  }

  /** All axes, in order. */
  public List<Integer> axes() {
    return IntStream.range(0, rank()).boxed().toList();
  }

  /** All axes but {@code axis}, in order; {@code -1} is the last one. */
  public List<Integer> axesExcept(int axis) {
    int kept = axis < 0 ? axis + rank() : axis;
    return IntStream.range(0, rank()).filter(a -> a != kept).boxed().toList();
  }

  /** All axes but these, in order. */
  public List<Integer> axesExcept(Collection<Integer> kept) {
    return IntStream.range(0, rank()).filter(a -> !kept.contains(a)).boxed().toList();
  }

  /** This shape without the given axes. */
  public Shape without(Collection<Integer> axes) {
    return new Shape(
        IntStream.range(0, rank()).filter(i -> !axes.contains(i)).mapToObj(dims::get).toList());
  }

  /** This shape with the extent of one axis replaced. */
  public Shape with(int axis, int extent) {
    List<Integer> changed = new ArrayList<>(dims);
    changed.set(axis < 0 ? axis + rank() : axis, extent);
    return new Shape(changed);
  }

  /** The distance in elements between neighbours along each axis, in row-major order. */
  public int[] strides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dims.get(axis);
    }
    return strides;
  }

  @Override
  public String toString() {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
