package org.normscape.backend.audit;

import java.lang.reflect.Array;
import org.normscape.ir.Shape;

/**
 * A small tensor repeated along its axes until it fills a large one: element {@code i} along an
 * axis of the large one is element {@code i mod extent} of the small one.
 *
 * @param small the shape of what is repeated
 * @param large the shape that is filled, of the same rank
 */
record Tiling(Shape small, Shape large) {

  /** The large tensor as an array of the kind of {@code numbers}, {@code float[]} for one. */
  Object fill(Object numbers) {
    Object filled = numbers;
    int block = 1;
    int outer = small.size();
    for (int axis = small.rank() - 1; axis >= 0; axis--) {
      outer /= small.dim(axis);
      filled = repeated(filled, outer, small.dim(axis), large.dim(axis), block);
      block *= large.dim(axis);
    }
    return filled;
  }

  /** {@code [outer, from, block] → [outer, to, block]}. */
  private static Object repeated(Object x, int outer, int from, int to, int block) {
    if (from == to) {
      return x;
    }
    Object y = Array.newInstance(x.getClass().getComponentType(), outer * to * block);
    for (int i = 0; i < outer; i++) {
      int copied = Math.min(from, to) * block;
      System.arraycopy(x, i * from * block, y, i * to * block, copied);
      while (copied < to * block) {
        int more = Math.min(copied, to * block - copied);
        System.arraycopy(y, i * to * block, y, i * to * block + copied, more);
        copied += more;
      }
    }
    return y;
  }

  /** Visits the rows of the large tensor with the row of the small one that each repeats. */
  void forEachRow(RowVisitor visitor) {
    int last = small.rank() - 1;
    int length = last < 0 ? 1 : large.dim(last);
    int period = last < 0 ? 1 : small.dim(last);
    int rows = large.size() / length;
    for (int row = 0; row < rows; row++) {
      visitor.visit(row * length, length, smallRow(row) * period, period);
    }
  }

  private int smallRow(int row) {
    int rest = row;
    int index = 0;
    int stride = 1;
    for (int axis = small.rank() - 2; axis >= 0; axis--) {
      index += rest % large.dim(axis) % small.dim(axis) * stride;
      rest /= large.dim(axis);
      stride *= small.dim(axis);
    }
    return index;
  }

  /** What is done for a row. */
  @FunctionalInterface
  interface RowVisitor {

    /**
     * Visits one row.
     *
     * @param start where it starts in the large tensor
     * @param length how many elements it has
     * @param from where the row that it repeats starts in the small tensor
     * @param period how many elements that one has
     */
    void visit(int start, int length, int from, int period);
  }
}
