package org.normscape.experiments.task;

import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.Loss;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Regularized;
import org.normscape.optim.WeightDecay;

/**
 * What one cell of an experiment minimizes.
 *
 * @param bare the loss of its network on a batch
 * @param trained the same with the penalty of the weight decay, if there is one
 */
record CellObjectives(Objective bare, Objective trained) {

  /** The objectives of a cell on batches of so many examples. */
  static CellObjectives of(CellSpec cell, Numerics numerics, Dataset data, int batch) {
    Layer network = cell.model().network(cell.scheme(), data.outputs());
    Loss loss = cell.loss().orElseGet(data::loss);
    Shape input = data.input().batch(batch);
    Objective bare = new NetworkObjective(network, loss, input, numerics.dtype());
    WeightDecay decay = cell.optimizer().weightDecay();
    return new CellObjectives(bare, decay.factor() == 0 ? bare : new Regularized(bare, decay));
  }
}
