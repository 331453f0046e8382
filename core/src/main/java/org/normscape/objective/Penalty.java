package org.normscape.objective;

/** Whether the penalty of a weight decay belongs to the loss that is looked at. */
public enum Penalty {
  /** The loss that is trained, with its penalty. */
  INCLUDED,
  /** The loss without the penalty. */
  EXCLUDED
}
