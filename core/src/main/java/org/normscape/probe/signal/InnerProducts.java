package org.normscape.probe.signal;

import java.util.Arrays;
import java.util.List;
import org.normscape.linalg.eigen.SymmetricEigenproblem;

/** The inner products of some vectors, up to a factor that they share. */
public final class InnerProducts {

  private final double[][] matrix;

  private InnerProducts(double[][] matrix) {
    this.matrix = matrix;
  }

  /** Those of a symmetric matrix, row by row. */
  public static InnerProducts of(double[] elements) {
    int n = (int) Math.round(Math.sqrt(elements.length));
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOfRange(elements, i * n, (i + 1) * n);
    }
    return new InnerProducts(rows);
  }

  /** How many vectors there are. */
  public int size() {
    return matrix.length;
  }

  /** The mean of their squared lengths. */
  public double meanSquare() {
    return trace() / matrix.length;
  }

  private double trace() {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace;
  }

  private double squares() {
    double squares = 0;
    for (double[] row : matrix) {
      for (double element : row) {
        squares += element * element;
      }
    }
    return squares;
  }

  /** {@code ‖G/tr G − I/n‖_F}: 0 where all vectors are orthogonal and of one length. */
  public double orthogonalityGap() {
    double trace = trace();
    double gap = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double apart = matrix[i][j] / trace - (i == j ? 1.0 / matrix.length : 0);
        gap += apart * apart;
      }
    }
    return Math.sqrt(gap);
  }

  /** {@code (tr G)²/‖G‖_F²}: at most the rank, and as much where all singular values are one. */
  public double effectiveRank() {
    return trace() * trace() / squares();
  }

  /** How many singular values of the vectors are larger than a share of the largest. */
  public int rank(double tolerance) {
    List<Double> values =
        SymmetricEigenproblem.solve(matrix).stream()
            .map(SymmetricEigenproblem.Pair::value)
            .toList();
    double least = tolerance * tolerance * values.get(0);
    return (int) values.stream().filter(value -> value > least).count();
  }

  /** The mean cosine of the angles between two different vectors; NaN where there is one. */
  public double meanCosine() {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += matrix[i][j] / Math.sqrt(matrix[i][i]) / Math.sqrt(matrix[j][j]);
      }
    }
    return sum * 2 / matrix.length / (matrix.length - 1);
  }

  /** The smallest cosine of the angles between two different vectors. */
  public double smallestCosine() {
    double smallest = 1;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        smallest =
            Math.min(smallest, matrix[i][j] / Math.sqrt(matrix[i][i]) / Math.sqrt(matrix[j][j]));
      }
    }
    return smallest;
  }

  /** The squared length of the mean of the vectors over the mean of their squared lengths. */
  public double agreement() {
    double sum = 0;
    for (double[] row : matrix) {
      for (double element : row) {
        sum += element;
      }
    }
    return sum / matrix.length / trace();
  }
}
