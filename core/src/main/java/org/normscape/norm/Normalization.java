package org.normscape.norm;

import org.normscape.norm.place.Unit;

/**
 * A way to normalize a network, at each of its sites. {@link ActivationNormalization} puts a layer
 * there, {@link WeightNormalization} rewrites the weights of the linear layer that is there.
 * Implementations are records.
 */
public interface Normalization {

  /** A unit of a network, normalized: a linear layer with what follows it. */
  Unit normalize(Unit unit);

  /**
   * Whether a bias that is added directly before has no effect on the output: where the mean of
   * each feature is taken away.
   */
  boolean makesBiasRedundant();
}
