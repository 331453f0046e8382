package org.normscape.experiments.data.own;

/**
 * The names of four arrays.
 *
 * @param trainInputs the inputs to train on
 * @param trainTargets their targets
 * @param testInputs the inputs to test on
 * @param testTargets their targets
 */
public record ArrayNames(
    String trainInputs, String trainTargets, String testInputs, String testTargets) {

  /** The names that Keras gives them. */
  public ArrayNames() {
    this("x_train", "y_train", "x_test", "y_test");
  }
}
