package org.normscape.probe.theory;

import org.normscape.component.Components;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.structure.Written;

/** The batch normalizations that a theorem is held against. */
final class NormalizedLayers {

  private NormalizedLayers() {}

  /**
   * The inputs of those that are chosen, by path.
   *
   * @throws IllegalArgumentException when the network has none, or none is chosen
   */
  static Parameters<TensorType> of(Class<?> probe, String layers, Objective objective) {
    Parameters<TensorType> all = Written.batchNormLayers(objective);
    Components.require(
        all.size() > 0,
        probe,
        "layers",
        "must be among those of a network with batch normalization by the statistics of the batch, which the theorem is about",
        "used where there is none",
        "normalize with batch-norm, or leave the probe out of this cell");
    return new LayerPattern(probe, layers).someOf(all, "a batch normalization");
  }
}
