package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.ir.Shape;

/**
 * Elements of a slot, seen as a tensor.
 *
 * @param slot where they are
 * @param dtype as what they are read, of the width of the slot's elements
 * @param offset the first element
 * @param dims the extents
 * @param strides the distance between neighbours along each axis; 0 repeats an element
 */
public record View(
    Slot slot, DataType dtype, int offset, List<Integer> dims, List<Integer> strides) {

  /** All elements of a slot, in a row. */
  public static View flat(Slot slot) {
    return new View(slot, slot.dtype(), 0, List.of(slot.length()), List.of(1));
  }

  /** All elements of a slot, in row-major order. */
  public static View of(Slot slot, Shape shape) {
    return new View(slot, slot.dtype(), 0, shape.dims(), dense(shape.dims()));
  }

  /** The strides of row-major order. */
  static List<Integer> dense(List<Integer> dims) {
    return IntStream.of(new Shape(dims).strides()).boxed().toList();
  }

  /** The same bits, read as another type of the same width. */
  View as(DataType other) {
    return new View(slot, other, offset, dims, strides);
  }

  /** What lies so many elements further on, in a view of as many elements. */
  public View from(int elements) {
    return new View(slot, dtype, offset + elements, dims, strides);
  }

  /** The axes in another order. */
  public View permuted(List<Integer> order) {
    return new View(
        slot,
        dtype,
        offset,
        order.stream().map(dims::get).toList(),
        order.stream().map(strides::get).toList());
  }

  /** Along each axis, {@code extents} elements from {@code start} on in steps of {@code step}. */
  public View sliced(List<Integer> start, List<Integer> extents, List<Integer> step) {
    int shift = 0;
    List<Integer> stretched = new ArrayList<>();
    for (int a = 0; a < dims.size(); a++) {
      shift += start.get(a) * strides.get(a);
      stretched.add(step.get(a) * strides.get(a));
    }
    return new View(slot, dtype, offset + shift, extents, stretched);
  }

  /** The number of elements. */
  public int size() {
    return new Shape(dims).size();
  }

  /** Whether the elements lie in a row. */
  public boolean isDense() {
    return dense(dims).equals(strides);
  }

  /** Whether these are all elements of the slot, in a row. */
  public boolean isWhole() {
    View merged = merged();
    return offset == 0
        && merged.strides().equals(List.of(1))
        && merged.dims().get(0) == slot.length();
  }

  /** The same elements in the same order, with as few axes as describe them. */
  public View merged() {
    return merged(List.of(this)).get(0);
  }

  /**
   * Views of equal extents with as few axes as describe them: neighbouring axes that run on in
   * every view become one.
   */
  public static List<View> merged(List<View> views) {
    List<Integer> dims = new ArrayList<>();
    List<List<Integer>> strides =
        views.stream().map(v -> (List<Integer>) new ArrayList<Integer>()).toList();
    List<Integer> extents = views.get(0).dims();
    for (int a = 0; a < extents.size(); a++) {
      if (extents.get(a) > 1) {
        append(views, a, dims, strides);
      }
    }
    if (dims.isEmpty()) {
      dims.add(1);
      strides.forEach(s -> s.add(1));
    }
    return IntStream.range(0, views.size())
        .mapToObj(
            i ->
                new View(
                    views.get(i).slot(),
                    views.get(i).dtype(),
                    views.get(i).offset(),
                    List.copyOf(dims),
                    List.copyOf(strides.get(i))))
        .toList();
  }

  private static void append(
      List<View> views, int axis, List<Integer> dims, List<List<Integer>> strides) {
    int extent = views.get(0).dims().get(axis);
    int last = dims.size() - 1;
    boolean runsOn =
        last >= 0
            && IntStream.range(0, views.size())
                .allMatch(
                    i -> strides.get(i).get(last) == views.get(i).strides().get(axis) * extent);
    if (runsOn) {
      dims.set(last, dims.get(last) * extent);
    } else {
      dims.add(extent);
    }
    for (int i = 0; i < views.size(); i++) {
      int stride = views.get(i).strides().get(axis);
      if (runsOn) {
        strides.get(i).set(last, stride);
      } else {
        strides.get(i).add(stride);
      }
    }
  }
}
