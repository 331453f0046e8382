package org.normscape.model;

import org.normscape.nn.Layer;
import org.normscape.norm.NormalizationScheme;

/**
 * An architecture: a network for every normalization and every number of outputs. Implementations
 * are records.
 */
public interface Model {

  /**
   * The network, from inputs {@code [n, …]} to {@code [n, outputs]}.
   *
   * @param scheme what normalizes it, and where
   * @param outputs how many numbers it gives for each example: classes, or the size of a target
   */
  Layer network(NormalizationScheme scheme, int outputs);
}
