package org.normscape.linalg.subspace;

import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * {@code P H P} with the projection P onto what is orthogonal to a subspace: an operator without
 * what it does in that subspace, where it is 0. Of a symmetric operator and the span of some of its
 * eigenvectors, it has their eigenvalues replaced by 0 and all others left as they are. Operator
 * and subspace are lent.
 *
 * @param operator H
 * @param removed the subspace
 */
public record DeflatedOperator(LinearOperator operator, Span removed) implements LinearOperator {

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
      Parameters<Array> outside = owner.own(removed.outside(vector));
      return removed.outside(owner.own(operator.apply(outside)));
    }
  }

  /** Everything is lent. */
  @Override
  public void close() {
    // There is nothing to give back.
  }
}
