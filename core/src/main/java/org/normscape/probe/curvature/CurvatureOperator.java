package org.normscape.probe.curvature;

import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorMean;
import org.normscape.params.Parameters;
import org.normscape.probe.Situation;

/** A {@link Curvature} at the point of a situation, on its examples. */
record CurvatureOperator(CurvatureProducts products, Curvature of, Situation situation)
    implements LinearOperator {

  @Override
  public Parameters<TensorType> types() {
    return products.space().types();
  }

  @Override
  public boolean isSymmetric() {
    return true;
  }

  @Override
  public Parameters<Array> apply(Parameters<Array> vector) {
    VectorMean mean = new VectorMean(products.space());
    of.examples()
        .forEach(situation, batch -> mean.add(products.run(situation.point(), batch, vector)));
    return mean.mean();
  }

  /** Everything is lent. */
  @Override
  public void close() {
    // There is nothing to give back.
  }
}
