package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.weights.Transfer;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.loss.Loss;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Variants;

/** What the cells of an experiment minimize. */
final class Objectives {

  private Objectives() {}

  /** The loss of a cell's network on batches of so many examples, without and with its penalty. */
  static Variants of(CellSpec cell, Numerics numerics, Dataset data, int batch) {
    Layer network = cell.model().network(cell.scheme(), data.outputs());
    Loss loss = cell.loss().orElseGet(data::loss);
    return Variants.of(
        new NetworkObjective(network, loss, batched(data.input(), batch), numerics.dtype()),
        cell.optimizer().weightDecay());
  }

  /**
   * What a cell starts from, where it has weights of its own.
   *
   * @throws IllegalArgumentException when they do not fit its network
   */
  static Optional<Transfer> weights(CellSpec cell, Dataset data) {
    return cell.weights()
        .map(
            weights ->
                Transfer.of(
                    weights,
                    cell.model().network(cell.scheme(), data.outputs()),
                    batched(data.input(), cell.data().batch())));
  }

  private static Shape batched(Shape example, int batch) {
    List<Integer> dims = new ArrayList<>(example.dims());
    dims.add(0, batch);
    return new Shape(dims);
  }
}
