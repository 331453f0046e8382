package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.backend.Numerics;
import org.normscape.component.Name;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.weights.Transfer;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Layer;
import org.normscape.nn.loss.Loss;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Variants;

/** What the cells of an experiment minimize. */
final class Objectives {

  private Objectives() {}

  /**
   * The loss of a cell's network on batches of so many examples, without and with its penalty.
   *
   * @throws IllegalArgumentException when the loss does not take what the data has
   */
  static Variants of(CellSpec cell, Numerics numerics, Dataset data, int batch) {
    Layer network = cell.model().network(cell.scheme(), data.outputs());
    Shape input = batched(data.input(), batch);
    Loss loss = cell.loss().orElseGet(data::loss);
    check(loss, data, network.output(input), numerics.dtype());
    return Variants.of(
        new NetworkObjective(network, loss, input, numerics.dtype()),
        cell.optimizer().weightDecay());
  }

  private static void check(Loss loss, Dataset data, Shape output, DType dtype) {
    TensorType taken = loss.target(output, dtype);
    TensorType there = data.loss().target(output, dtype);
    if (!taken.equals(there)) {
      throw new IllegalArgumentException(
          "loss: must take the targets of the data, which are %s (%s for a batch), but %s takes %s. To fix: leave it out, or take data with other targets."
              .formatted(
                  data.train().targets().describe(), there, Name.of(loss.getClass()), taken));
    }
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
