package org.normscape.experiments.train;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.OptimizerSpec.WeightDecaySpec;
import org.normscape.experiments.spec.ProbeSpec;
import org.normscape.ir.Shape;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Regularized;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Parameters;

/**
 * What one network of an experiment minimizes.
 *
 * @param bare the loss that belongs to the data, on a batch
 * @param trained the same with the penalty of the weight decay, if there is one
 */
record CellObjective(Objective bare, Objective trained) {

  static CellObjective of(ExperimentSpec spec, CellSpec cell, Dataset data) {
    List<Integer> input = new ArrayList<>(data.input().dims());
    input.add(0, spec.data().batch());
    Objective bare =
        new NetworkObjective(
            Networks.network(spec.model(), cell.normalization(), data.outputs()),
            data.loss(),
            new Shape(input),
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
    return batch.upload(backend, bare.batch());
  }
}
