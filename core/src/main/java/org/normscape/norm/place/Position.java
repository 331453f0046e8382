package org.normscape.norm.place;

/** On which side of an activation function a normalization of activations stands. */
public enum Position {
  /** Between the linear layer and the activation function, as in the papers. */
  BEFORE_ACTIVATION,
  /** Behind the activation function. */
  AFTER_ACTIVATION
}
