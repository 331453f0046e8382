package org.normscape.experiments.train;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Batch;
import org.normscape.experiments.data.Examples;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.ir.Shape;
import org.normscape.nn.Reduction;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

/**
 * What one network of an experiment minimizes, but for the penalty of a weight decay.
 *
 * @param bare its mean cross-entropy on a batch
 */
record CellObjective(Objective bare) {

  static CellObjective of(ExperimentSpec spec, CellSpec cell, int classes) {
    return new CellObjective(
        new NetworkObjective(
            Networks.network(spec.model(), cell.normalization(), classes),
            new SoftmaxCrossEntropy(Reduction.MEAN),
            Shape.of(spec.data().batch(), Examples.SIDE, Examples.SIDE, Examples.CHANNELS),
            spec.numerics().dtype()));
  }

  /** A batch on the device, which the caller closes. */
  Parameters<Array> upload(Batch batch, Backend backend) {
    return Parameters.of("input", backend.array(bare.batch().get("input"), batch.images()))
        .and("target", backend.array(bare.batch().get("target"), batch.labels()));
  }
}
