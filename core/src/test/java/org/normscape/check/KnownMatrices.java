package org.normscape.check;

import java.util.Arrays;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Symmetric matrices whose eigenvalues are known, and spaces to use them in. */
public final class KnownMatrices {

  private KnownMatrices() {}

  /** A matrix with these eigenvalues and random eigenvectors: Q diag(λ) Qᵀ. */
  public static double[][] withSpectrum(double[] eigenvalues, long seed) {
    int n = eigenvalues.length;
    double[][] q = orthogonal(n, seed);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += q[k][i] * eigenvalues[k] * q[k][j];
        }
        a[i][j] = sum;
        a[j][i] = sum;
      }
    }
    return a;
  }

  /** Rows that are orthonormal. */
  private static double[][] orthogonal(int n, long seed) {
    RandomStream random = RandomStream.of(seed, "orthogonal");
    double[][] q = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = random.normal(n, 1);
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double along = dot(q[j], row);
          for (int k = 0; k < n; k++) {
            row[k] -= along * q[j][k];
          }
        }
      }
      double length = Math.sqrt(dot(row, row));
      q[i] = Arrays.stream(row).map(x -> x / length).toArray();
    }
    return q;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Vectors of n elements in two parts, the first with two elements. */
  public static VectorSpace space(Backend backend, DType dtype, int n) {
    Numerics numerics = dtype == DType.FLOAT32 ? Numerics.FAST : Numerics.PRECISE;
    return new VectorSpace(
        backend,
        numerics,
        Parameters.of("head", new TensorType(dtype, Shape.of(2)))
            .and("tail", new TensorType(dtype, Shape.of(n - 2, 1))));
  }
}
