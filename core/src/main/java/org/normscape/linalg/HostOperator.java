package org.normscape.linalg;

import java.util.function.UnaryOperator;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * An operator whose products are computed on the host: for matrices that are small, or known.
 *
 * @param space the vectors it is multiplied with
 * @param product from the elements of a vector, in the order of paths, to those of the product
 * @param isSymmetric whether it says that it is
 */
public record HostOperator(VectorSpace space, UnaryOperator<double[]> product, boolean isSymmetric)
    implements LinearOperator {

  /** The operator of a matrix that is given by its rows. */
  public static HostOperator of(VectorSpace space, double[][] rows) {
    return new HostOperator(space, x -> times(rows, x), isSymmetric(rows));
  }

  private static double[] times(double[][] rows, double[] x) {
    double[] y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += rows[i][j] * x[j];
      }
    }
    return y;
  }

  private static boolean isSymmetric(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        if (rows[i][j] != rows[j][i]) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public Parameters<TensorType> types() {
    return space.types();
  }

  @Override
  public Parameters<Array> apply(Parameters<Array> vector) {
    return space.array(product.apply(space.toDoubles(vector)));
  }

  /** Holds nothing: the space is whose it was. */
  @Override
  public void close() {
    // There is nothing to give back.
  }
}
