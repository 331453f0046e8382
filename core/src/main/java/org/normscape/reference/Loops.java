package org.normscape.reference;

/**
 * Arithmetic on all elements of arrays: each operation has a loop of its own, which a compiler can
 * turn into vector instructions.
 */
final class Loops {

  /** What makes a result of two operands. */
  @FunctionalInterface
  interface Binary {
    void apply(double[] x, double[] y, double[] result);
  }

  private Loops() {}

  static void add(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] + y[i];
    }
  }

  static void subtract(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] - y[i];
    }
  }

  static void multiply(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] * y[i];
    }
  }

  static void divide(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] / y[i];
    }
  }

  static void maximum(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.max(x[i], y[i]);
    }
  }

  static void minimum(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.min(x[i], y[i]);
    }
  }

  static void greater(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] > y[i] ? 1 : 0;
    }
  }

  static void greaterOrEqual(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] >= y[i] ? 1 : 0;
    }
  }

  static void equal(double[] x, double[] y, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = x[i] == y[i] ? 1 : 0;
    }
  }
}
