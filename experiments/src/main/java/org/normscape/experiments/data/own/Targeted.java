package org.normscape.experiments.data.own;

/** What a network is to say of an example. */
public enum Targeted {
  /** Its class: the loss is the mean softmax cross-entropy. */
  CLASSES,
  /** Numbers: the loss is the mean squared error. */
  NUMBERS
}
