package org.normscape.reference;

import java.util.Collection;
import org.normscape.ir.Shape;

/**
 * Where the elements of one tensor, visited in row-major order, stand in another: runs of equal
 * length, the elements of each equally far apart.
 */
final class Places {

  private final int[] starts;
  private final int length;
  private final int step;

  /**
   * Runs.
   *
   * @param starts where they start
   * @param length how many elements each has
   * @param step how far two elements of a run are apart
   */
  private Places(int[] starts, int length, int step) {
    this.starts = starts;
    this.length = length;
    this.step = step;
  }

  /** The places {@code offset + Σ index[axis] · strides[axis]} for the indices of {@code shape}. */
  static Places of(Shape shape, int offset, int[] strides) {
    int axis = shape.rank() - 1;
    int length = 1;
    int step = 0;
    for (; axis >= 0 && (length == 1 || continues(shape, axis, strides, length * step)); axis--) {
      step = length == 1 ? strides[axis] : step;
      length *= shape.dim(axis);
    }
    return new Places(starts(shape, axis, offset, strides, shape.size() / length), length, step);
  }

  /** Whether the next element along an axis stands where the run ends. */
  private static boolean continues(Shape shape, int axis, int[] strides, int end) {
    return shape.dim(axis) == 1 || strides[axis] == end;
  }

  /** The places for the indices of the axes up to {@code axis}. */
  private static int[] starts(Shape shape, int axis, int offset, int[] strides, int count) {
    int[] starts = new int[count];
    starts[0] = offset;
    int known = 1;
    for (int a = axis; a >= 0; a--) {
      for (int i = known; i < known * shape.dim(a); i++) {
        starts[i] = starts[i - known] + strides[a];
      }
      known *= shape.dim(a);
    }
    return starts;
  }

  /** Where each element of {@code shape} stands once {@code axes} are dropped. */
  static Places without(Shape shape, Collection<Integer> axes) {
    int[] strides = new int[shape.rank()];
    int[] kept = shape.without(axes).strides();
    int next = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = axes.contains(axis) ? 0 : kept[next++];
    }
    return of(shape, 0, strides);
  }

  /** Copies what stands at the places. */
  void gather(double[] source, double[] result) {
    for (int run = 0; run < starts.length; run++) {
      int first = run * length;
      if (step == 1) {
        System.arraycopy(source, starts[run], result, first, length);
      } else {
        for (int i = 0; i < length; i++) {
          result[first + i] = source[starts[run] + i * step];
        }
      }
    }
  }

  /** Puts each element at its place. */
  void put(double[] elements, double[] result) {
    for (int run = 0; run < starts.length; run++) {
      int first = run * length;
      for (int i = 0; i < length; i++) {
        result[starts[run] + i * step] = elements[first + i];
      }
    }
  }

  /** Adds each element, in their order, to what stands at its place. */
  void add(double[] elements, double[] result) {
    for (int run = 0; run < starts.length; run++) {
      int first = run * length;
      if (step == 0) {
        double sum = result[starts[run]];
        for (int i = 0; i < length; i++) {
          sum += elements[first + i];
        }
        result[starts[run]] = sum;
      } else {
        for (int i = 0; i < length; i++) {
          result[starts[run] + i * step] += elements[first + i];
        }
      }
    }
  }

  /** Raises what stands at each place to the elements that come to it. */
  void raise(double[] elements, double[] result) {
    for (int run = 0; run < starts.length; run++) {
      int first = run * length;
      for (int i = 0; i < length; i++) {
        int place = starts[run] + i * step;
        result[place] = Math.max(result[place], elements[first + i]);
      }
    }
  }
}
