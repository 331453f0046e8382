package org.normscape.experiments.data.generate;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.normscape.random.RandomStream;

/** A matrix of float64 whose entries are the same on every machine. Immutable. */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Independent normal entries with mean 0, drawn row by row: with an even number of columns, more
   * rows begin with the fewer.
   */
  public static Matrix normal(RandomStream random, int rows, int columns, double deviation) {
    return new Matrix(rows, columns, random.normal(size(rows, columns), deviation));
  }

  /** Orthonormal columns of a random direction, uniformly distributed; no more than rows. */
  public static Matrix orthonormal(RandomStream random, int rows, int columns) {
    double[] q = random.normal(size(rows, columns), 1);
    for (int column = 0; column < columns; column++) {
      // The second pass takes away what rounding left of the first.
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < column; other++) {
          double along = dot(q, columns, column, other);
          for (int row = 0; row < rows; row++) {
            q[row * columns + column] -= along * q[row * columns + other];
          }
        }
      }
      double norm = StrictMath.sqrt(dot(q, columns, column, column));
      for (int row = 0; row < rows; row++) {
        q[row * columns + column] /= norm;
      }
    }
    return new Matrix(rows, columns, q);
  }

  private static int size(int rows, int columns) {
    long size = (long) rows * columns;
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "data: a matrix must have at most %s numbers, but %s×%s are more. To fix: draw fewer examples."
              .formatted(Integer.MAX_VALUE, rows, columns));
    }
    return (int) size;
  }

  private static double dot(double[] q, int columns, int one, int other) {
    double sum = 0;
    for (int start = 0; start < q.length; start += columns) {
      sum += q[start + one] * q[start + other];
    }
    return sum;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** The entry at a place. */
  public double at(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy of the entries, row-major. */
  public double[] toArray() {
    return values.clone();
  }

  /** {@code A · Bᵀ}: what a linear map with matrix B makes of each row of A. */
  public Matrix timesTransposed(Matrix other) {
    double[] product = new double[rows * other.rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < other.rows; j++) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
          sum += values[i * columns + k] * other.values[j * columns + k];
        }
        product[i * other.rows + j] = sum;
      }
    }
    return new Matrix(rows, other.rows, product);
  }

  /** Each column multiplied by a number of its own. */
  public Matrix scaled(double[] factors) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i % columns];
    }
    return new Matrix(rows, columns, scaled);
  }

  /** The sum of two matrices of the same size. */
  public Matrix plus(Matrix other) {
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.values[i];
    }
    return new Matrix(rows, columns, sum);
  }

  /** A function of each entry. */
  public Matrix map(DoubleUnaryOperator function) {
    return new Matrix(rows, columns, DoubleStream.of(values).map(function).toArray());
  }
}
