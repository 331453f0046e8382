package org.normscape.experiments.train;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Batch;
import org.normscape.experiments.data.Examples;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.OptimizerSpec.WeightDecaySpec;
import org.normscape.experiments.spec.ProbeSpec;
import org.normscape.ir.Shape;
import org.normscape.nn.Reduction;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Regularized;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Parameters;

/**
 * What one network of an experiment minimizes.
 *
 * @param bare its mean cross-entropy on a batch
 * @param trained the same with the penalty of the weight decay, if there is one
 */
record CellObjective(Objective bare, Objective trained) {

  static CellObjective of(ExperimentSpec spec, CellSpec cell, int classes) {
    Objective bare =
        new NetworkObjective(
            Networks.network(spec.model(), cell.normalization(), classes),
            new SoftmaxCrossEntropy(Reduction.MEAN),
            Shape.of(spec.data().batch(), Examples.SIDE, Examples.SIDE, Examples.CHANNELS),
            spec.numerics().dtype());
    WeightDecaySpec decay = spec.optimizer().weightDecay();
    return new CellObjective(
        bare,
        decay.factor() == 0
            ? bare
            : new Regularized(bare, new WeightDecay(decay.factor(), decay.appliesTo())));
  }

  /** What a probe looks at. */
  Objective probed(ProbeSpec.Penalty penalty) {
    return penalty == ProbeSpec.Penalty.INCLUDED ? trained : bare;
  }

  /** A batch on the device, which the caller closes. */
  Parameters<Array> upload(Batch batch, Backend backend) {
    return Parameters.of("input", backend.array(bare.batch().get("input"), batch.images()))
        .and("target", backend.array(bare.batch().get("target"), batch.labels()));
  }
}
