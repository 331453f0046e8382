package org.normscape.probe.direction;

/** What is run of a network at a point. */
public enum Passes {
  /** The loss and the metrics. */
  FORWARD,
  /** The norm of the gradient as well, at about three times the price. */
  FORWARD_AND_BACKWARD
}
