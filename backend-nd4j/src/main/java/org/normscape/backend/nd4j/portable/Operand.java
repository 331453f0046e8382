package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Slot;

/**
 * All elements of a slot, as an operation sees them.
 *
 * @param slot where they are
 * @param dims the extents, at least one, in row-major order
 */
record Operand(Slot slot, List<Integer> dims) {

  /** A dense tensor. */
  static Operand of(Node x) {
    return x.shape().rank() == 0 ? row(x) : new Operand(x.slot(), x.shape().dims());
  }

  /** All elements in a row. */
  static Operand row(Node x) {
    return new Operand(x.slot(), List.of(x.slot().length()));
  }

  /** The elements under other extents. */
  static Operand of(Node x, Integer... dims) {
    return new Operand(x.slot(), List.of(dims));
  }
}
