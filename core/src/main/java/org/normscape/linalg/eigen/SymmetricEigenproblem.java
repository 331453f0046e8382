package org.normscape.linalg.eigen;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix on the host, by Householder's
 * reduction to a tridiagonal matrix and QR steps with Wilkinson's shift (Golub and Van Loan,
 * "Matrix Computations", sections 8.3.1 to 8.3.5). Values and vectors have small errors relative to
 * the largest eigenvalue.
 */
public final class SymmetricEigenproblem {

  private static final double EPSILON = 0x1p-52;
  private static final int STEPS_FOR_EACH = 60;

  private final double[] diagonal;
  private final double[] beside;

  /** The rows of a matrix whose columns become eigenvectors. */
  private final double[][] vectors;

  private SymmetricEigenproblem(double[] diagonal, double[] beside, double[][] vectors) {
    this.diagonal = diagonal;
    this.beside = beside;
    this.vectors = vectors;
  }

  /**
   * An eigenvalue and its eigenvector of length 1.
   *
   * @param value the eigenvalue
   * @param vector the elements of the eigenvector
   */
  public record Pair(double value, List<Double> vector) {

    /** The elements of the eigenvector. */
    public double[] elements() {
      return vector.stream().mapToDouble(x -> x).toArray();
    }
  }

  /**
   * The eigenpairs of a symmetric matrix, the largest eigenvalue first; all NaN where an element is
   * not finite.
   *
   * @param rows the matrix, of which what is below the diagonal is read
   */
  public static List<Pair> solve(double[][] rows) {
    int n = rows.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = rows[i][j];
        a[j][i] = rows[i][j];
      }
    }
    double[][] q = identity(n);
    for (int k = 0; k < n - 2; k++) {
      reflect(a, q, k);
    }
    double[] diagonal = new double[n];
    double[] beside = new double[Math.max(0, n - 1)];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
      if (i > 0) {
        beside[i - 1] = a[i][i - 1];
      }
    }
    return new SymmetricEigenproblem(diagonal, beside, q).solved();
  }

  /**
   * The eigenpairs of a symmetric tridiagonal matrix, as {@link #solve(double[][])} gives them.
   *
   * @param diagonal its n diagonal elements
   * @param beside the n − 1 elements beside them
   */
  public static List<Pair> solve(double[] diagonal, double[] beside) {
    if (diagonal.length < 1 || beside.length != diagonal.length - 1) {
      throw new IllegalArgumentException(
          "SymmetricEigenproblem: a tridiagonal matrix must have one element less beside the diagonal than on it, but there are %s and %s. To fix: pass n and n - 1."
              .formatted(beside.length, diagonal.length));
    }
    return new SymmetricEigenproblem(diagonal.clone(), beside.clone(), identity(diagonal.length))
        .solved();
  }

  private static double[][] identity(int n) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }

  /** {@code a ← H a H} and {@code q ← q H}, so that column k of a ends below the diagonal. */
  private static void reflect(double[][] a, double[][] q, int k) {
    int n = a.length;
    double[] v = new double[n];
    double largest = 0;
    for (int i = k + 1; i < n; i++) {
      v[i] = a[i][k];
      largest = Math.max(largest, Math.abs(v[i]));
    }
    if (!(largest > 0 && Double.isFinite(largest))) {
      return;
    }
    for (int i = k + 1; i < n; i++) {
      v[i] /= largest;
    }
    v[k + 1] += Math.copySign(norm(v), v[k + 1]);
    double length = norm(v);
    for (int i = k + 1; i < n; i++) {
      v[i] /= length;
    }
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      w[i] = 2 * dot(a[i], v);
    }
    double along = dot(w, v);
    for (int i = 0; i < n; i++) {
      w[i] -= along * v[i];
    }
    for (int i = 0; i < n; i++) {
      double share = 2 * dot(q[i], v);
      for (int j = 0; j < n; j++) {
        a[i][j] -= v[i] * w[j] + w[i] * v[j];
        q[i][j] -= share * v[j];
      }
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private List<Pair> solved() {
    int n = diagonal.length;
    if (!isFinite(diagonal) || !isFinite(beside)) {
      Arrays.fill(diagonal, Double.NaN);
    } else {
      diagonalize();
    }
    return IntStream.range(0, n)
        .mapToObj(
            j -> new Pair(diagonal[j], IntStream.range(0, n).mapToObj(i -> vectors[i][j]).toList()))
        .sorted(Comparator.comparingDouble(Pair::value).reversed())
        .toList();
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private void diagonalize() {
    int steps = STEPS_FOR_EACH * diagonal.length;
    int last = diagonal.length - 1;
    while (last > 0) {
      if (isNegligible(last - 1)) {
        beside[last - 1] = 0;
        last--;
      } else if (steps-- > 0) {
        int first = last - 1;
        while (first > 0 && !isNegligible(first - 1)) {
          first--;
        }
        step(first, last);
      } else {
        throw new IllegalStateException(
            "SymmetricEigenproblem: QR steps must converge, but they do not for %s beside %s. To fix: report the matrix."
                .formatted(Arrays.toString(beside), Arrays.toString(diagonal)));
      }
    }
  }

  private boolean isNegligible(int k) {
    double around = Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]);
    return Math.abs(beside[k]) <= EPSILON * around + Double.MIN_NORMAL;
  }

  /** One implicit QR step on the rows and columns from {@code first} to {@code last}. */
  private void step(int first, int last) {
    double half = (diagonal[last - 1] - diagonal[last]) / 2;
    double corner = beside[last - 1];
    double root = Math.copySign(StrictMath.hypot(half, corner), half);
    double x = diagonal[first] - (diagonal[last] - corner * (corner / (half + root)));
    double bulge = beside[first];
    for (int k = first; k < last; k++) {
      double radius = StrictMath.hypot(x, bulge);
      double c = radius == 0 ? 1 : x / radius;
      double s = radius == 0 ? 0 : bulge / radius;
      if (k > first) {
        beside[k - 1] = radius;
      }
      rotate(k, c, s);
      if (k < last - 1) {
        x = beside[k];
        bulge = s * beside[k + 1];
        beside[k + 1] *= c;
      }
    }
  }

  private void rotate(int k, double c, double s) {
    double upper = diagonal[k];
    double lower = diagonal[k + 1];
    double between = beside[k];
    diagonal[k] = c * c * upper + 2 * c * s * between + s * s * lower;
    diagonal[k + 1] = s * s * upper - 2 * c * s * between + c * c * lower;
    beside[k] = c * s * (lower - upper) + (c * c - s * s) * between;
    for (double[] row : vectors) {
      double one = row[k];
      double other = row[k + 1];
      row[k] = c * one + s * other;
      row[k + 1] = c * other - s * one;
    }
  }
}
