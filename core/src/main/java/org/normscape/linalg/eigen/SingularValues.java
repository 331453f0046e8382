package org.normscape.linalg.eigen;

import java.util.Arrays;
import java.util.List;

/**
 * The singular values of a small matrix on the host, by one-sided Jacobi rotations (Hestenes, 1958;
 * Golub and Van Loan, "Matrix Computations", section 8.6.3): its rows are turned against each other
 * until all are orthogonal, and their lengths are the singular values. Small ones are as precise as
 * large ones, which those of {@code AAᵀ} are not.
 */
public final class SingularValues {

  private static final double EPSILON = 0x1p-50;
  private static final int SWEEPS = 60;

  private SingularValues() {}

  /**
   * The singular values, descending, as many as there are rows; all NaN where an element is not
   * finite.
   *
   * @param rows the matrix, which stays as it is; at most as many rows as columns make every value
   *     count
   */
  public static List<Double> of(double[][] rows) {
    double[][] a = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    boolean isTurned = true;
    for (int sweep = 0; sweep < SWEEPS && isTurned; sweep++) {
      isTurned = sweep(a);
    }
    return Arrays.stream(a)
        .map(row -> Math.sqrt(dot(row, row)))
        .sorted((x, y) -> Double.compare(y, x))
        .toList();
  }

  private static boolean sweep(double[][] a) {
    boolean isTurned = false;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        isTurned |= turn(a[j], a[i]);
      }
    }
    return isTurned;
  }

  /** Turns two rows so that they are orthogonal; whether there was anything to turn. */
  private static boolean turn(double[] p, double[] q) {
    double inner = dot(p, q);
    double pp = dot(p, p);
    double qq = dot(q, q);
    if (!(Math.abs(inner) > EPSILON * Math.sqrt(pp) * Math.sqrt(qq))) {
      return false;
    }
    double zeta = (qq - pp) / (2 * inner);
    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = c * t;
    for (int k = 0; k < p.length; k++) {
      double x = p[k];
      p[k] = c * x - s * q[k];
      q[k] = s * x + c * q[k];
    }
    return true;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }
}
