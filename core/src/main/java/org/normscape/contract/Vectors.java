package org.normscape.contract;

/** Distances of numbers. */
public final class Vectors {

  private Vectors() {}

  /** {@code ‖x − y‖ / ‖y‖}; 0 when both are nothing but zeros. */
  public static double relativeError(double[] x, double[] y) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < y.length; i++) {
      difference += (x[i] - y[i]) * (x[i] - y[i]);
      norm += y[i] * y[i];
    }
    return difference == 0 ? 0 : Math.sqrt(difference / norm);
  }
}
