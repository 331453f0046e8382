package org.normscape.nn;

/**
 * A layer that multiplies its input with a parameter named {@code weight}, whose last axis is that
 * of the output features. Followed by an activation function, it is where normalizations act.
 */
public interface Linear extends Stateless {

  /** The name of what multiplies the input. */
  String WEIGHT = "weight";
}
