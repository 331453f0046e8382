package org.normscape.linalg;

import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * A square matrix that is known by its products with vectors. A vector is an array for each of some
 * paths, such as those of a network's parameters. Estimators know nothing else of a matrix.
 */
public interface LinearOperator extends AutoCloseable {

  /** The types of what a vector consists of, by path, in order. */
  Parameters<TensorType> types();

  /** Whether it says of itself that {@code uᵀ(Hv) = vᵀ(Hu)}; {@link OperatorCheck} looks. */
  boolean isSymmetric();

  /**
   * The product with a vector, which stays as it is. The result belongs to the caller, who closes
   * it.
   *
   * @param vector arrays by the paths of {@link #types}
   */
  Parameters<Array> apply(Parameters<Array> vector);

  /** Gives back what only this operator holds. */
  @Override
  void close();
}
