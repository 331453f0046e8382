package org.normscape.linalg.box;

import java.util.Arrays;

/** A function at one place: its value and its gradient there. */
public final class Slope {

  private final double value;
  private final double[] gradient;

  /**
   * A value and a gradient, which is taken over.
   *
   * @param gradient one element for each variable
   */
  public Slope(double value, double[] gradient) {
    this.value = value;
    this.gradient = gradient;
  }

  /** The value. */
  public double value() {
    return value;
  }

  /** The gradient, which is lent: nobody changes it. */
  public double[] gradient() {
    return gradient;
  }

  /** Whether the value and all of the gradient are finite. */
  public boolean isFinite() {
    return Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
  }
}
