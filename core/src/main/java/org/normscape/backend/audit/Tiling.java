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

  /** How many rows the large tensor has. */
  int rows() {
    return large.rank() == 0 ? 1 : large.size() / large.dim(-1);
  }

  /**
   * Visits rows of the large tensor with the row of the small one that each repeats.
   *
   * @param first the first row that is visited
   * @param limit the first row after it that is not
   */
  void forEachRow(int first, int limit, RowVisitor visitor) {
    int axes = Math.max(0, small.rank() - 1);
    int length = large.rank() == 0 ? 1 : large.dim(-1);
    int period = small.rank() == 0 ? 1 : small.dim(-1);
    int[] place = new int[axes];
    for (int axis = axes - 1, rest = first; axis >= 0; axis--) {
      place[axis] = rest % large.dim(axis);
      rest /= large.dim(axis);
    }
    for (int number = first; number < limit; number++) {
      int row = 0;
      for (int axis = 0; axis < axes; axis++) {
        row = row * small.dim(axis) + place[axis] % small.dim(axis);
      }
      visitor.visit(number * length, length, row * period, period);
      advance(place);
    }
  }

  /** The next row's place, the last axis first. */
  private void advance(int[] place) {
    for (int axis = place.length - 1; axis >= 0; axis--) {
      place[axis]++;
      if (place[axis] < large.dim(axis)) {
        return;
      }
      place[axis] = 0;
    }
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
