package org.normscape.linalg.trace;

import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.random.RandomStream;

/** A way to estimate the trace of a symmetric operator. Implementations are records. */
public interface TraceEstimator {

  /**
   * Estimates the trace.
   *
   * @param operator a symmetric one
   * @param space its vectors
   * @param random what is drawn from
   */
  Estimate trace(LinearOperator operator, VectorSpace space, RandomStream random);
}
