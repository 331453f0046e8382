package org.normscape.backend.nd4j.plan;

import org.normscape.ir.Lowering;

/** A lowering that writes steps down, and how results leave them. */
public interface NodeLowering extends Lowering<Node> {

  /** A result as it leaves the plan: all its numbers in a row. */
  Node result(Node x);

  /** A copy, for a result that may not share its memory. */
  Node copy(Node x);
}
