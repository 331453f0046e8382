package org.normscape.probe.curvature.edge;

import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * {@code D A D} for a matrix and a diagonal one, both of which are lent.
 *
 * @param operator A
 * @param space the vectors
 * @param diagonal the elements of D
 */
record ScaledOperator(LinearOperator operator, VectorSpace space, Parameters<Array> diagonal)
    implements LinearOperator {

  @Override
  public Parameters<TensorType> types() {
    return operator.types();
  }

  @Override
  public boolean isSymmetric() {
    return operator.isSymmetric();
  }

  @Override
  public Parameters<Array> apply(Parameters<Array> vector) {
    try (Owner owner = new Owner()) {
      Parameters<Array> scaled = owner.own(space.product(diagonal, vector));
      return space.product(diagonal, owner.own(operator.apply(scaled)));
    }
  }

  /** Everything is lent. */
  @Override
  public void close() {
    // There is nothing to give back.
  }
}
