package org.normscape.linalg.box;

import java.util.Arrays;

/** Small dense matrices on the host. */
final class Dense {

  private Dense() {}

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double[] times(double[][] a, double[] x) {
    return Arrays.stream(a).mapToDouble(row -> dot(row, x)).toArray();
  }

  /** The inverse; not finite where there is none. */
  static double[][] inverse(double[][] a) {
    double[][] inverse = new double[a.length][a.length];
    for (int j = 0; j < a.length; j++) {
      double[] unit = new double[a.length];
      unit[j] = 1;
      double[] column = solve(a, unit);
      for (int i = 0; i < a.length; i++) {
        inverse[i][j] = column[i];
      }
    }
    return inverse;
  }

  /**
   * The solution of {@code a x = b} by Gaussian elimination with partial pivoting; not finite where
   * there is none.
   */
  static double[] solve(double[][] a, double[] b) {
    double[][] rows = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    double[] x = b.clone();
    for (int k = 0; k < x.length; k++) {
      pivot(rows, x, k);
      for (int i = k + 1; i < x.length; i++) {
        eliminate(rows, x, k, i);
      }
    }
    for (int k = x.length - 1; k >= 0; k--) {
      for (int j = k + 1; j < x.length; j++) {
        x[k] -= rows[k][j] * x[j];
      }
      x[k] /= rows[k][k];
    }
    return x;
  }

  private static void pivot(double[][] rows, double[] x, int k) {
    int best = k;
    for (int i = k + 1; i < x.length; i++) {
      best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
    }
    double[] row = rows[k];
    rows[k] = rows[best];
    rows[best] = row;
    double element = x[k];
    x[k] = x[best];
    x[best] = element;
  }

  private static void eliminate(double[][] rows, double[] x, int k, int i) {
    double factor = rows[i][k] / rows[k][k];
    for (int j = k; j < x.length; j++) {
      rows[i][j] -= factor * rows[k][j];
    }
    x[i] -= factor * x[k];
  }
}
