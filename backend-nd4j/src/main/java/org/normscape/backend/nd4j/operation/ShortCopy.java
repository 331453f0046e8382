package org.normscape.backend.nd4j.operation;

import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.plan.Binding;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.View;

/**
 * A copy between two views of floating-point numbers, in a loop of our own on one thread. ND4J
 * shares a copy among threads from 2,048 elements on; to wait for another thread then takes longer
 * than the copy, and where the processor is busy, longer by far. And it takes element by element
 * what lies in a row in both.
 *
 * @param from what is copied, of as few axes as describe both
 * @param to where it goes, of the same extents and type
 */
record ShortCopy(View from, View to) {

  /** From so many elements on, threads are worth waiting for. */
  private static final int LONG = 1 << 15;

  /** The same, where rows are copied as they are. */
  private static final int LONG_OF_ROWS = 1 << 20;

  /** So many elements are a row. */
  private static final int ROW = 8;

  /** Whether a copy between two views of as few axes as describe both is one. */
  boolean isShort() {
    boolean ofNumbers = from.dtype() == DataType.DOUBLE || from.dtype() == DataType.FLOAT;
    return ofNumbers
        && from.dtype() == to.dtype()
        && from.size() < (isOfRows() ? LONG_OF_ROWS : LONG);
  }

  private boolean isOfRows() {
    int last = from.dims().size() - 1;
    return from.dims().get(last) >= ROW
        && from.strides().get(last) == 1
        && to.strides().get(last) == 1;
  }

  /** The copy on the memory that {@code binding} gives. */
  Runnable bind(Binding binding) {
    Handle x = binding.handle(from);
    Handle z = binding.handle(to);
    return () -> copy(x.lane(), z.lane(), 0, 0, 0);
  }

  private void copy(Lane x, Lane z, int axis, int at, int toAt) {
    int step = from.strides().get(axis);
    int toStep = to.strides().get(axis);
    int extent = from.dims().get(axis);
    if (axis == from.dims().size() - 1) {
      x.copy(at, step, z, toAt, toStep, extent);
      return;
    }
    for (int i = 0; i < extent; i++) {
      copy(x, z, axis + 1, at + i * step, toAt + i * toStep);
    }
  }
}
