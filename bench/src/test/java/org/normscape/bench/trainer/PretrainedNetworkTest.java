package org.normscape.bench.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.libtorch.LibtorchTrainer;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.experiments.weights.Convention;
import org.normscape.experiments.weights.Transfer;
import org.normscape.experiments.weights.Weights;
import org.normscape.ir.TensorType;
import org.normscape.model.Vgg;
import org.normscape.nn.initialization.Glorot;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;
import org.normscape.train.Evaluator;
import org.normscape.train.Trainer;

/** A network that libtorch has trained, saved as PyTorch saves it, is the same network here. */
class PretrainedNetworkTest {

  private static final int STEPS = 5;
  private static final double ROUNDING = 1e-9;

  @TempDir Path folder;

  @Test
  void hasTheLossAndTheAccuracyThatLibtorchFinds() throws IOException {
    Vgg vgg = new Vgg(Vgg.Variant.VGG_A, 8, Glorot.uniform());
    Network network = new Network.OfVgg(vgg, new BatchNorm());
    Setting setting = new Setting(network, 16, 0.125, 1, Numerics.PRECISE);
    Batches batches = setting.proceduralBatches(64);
    try (LibtorchTrainer theirs = new LibtorchTrainer(setting)) {
      for (int i = 0; i < STEPS; i++) {
        theirs.step(batches.at(i));
      }
      Path file = folder.resolve("vgg.safetensors");
      Files.write(file, SafeTensors.write(stateDict(theirs), Map.of()));
      double accuracy = theirs.accuracy(batches);
      Batch next = batches.at(STEPS);
      double loss = theirs.step(next);

      NetworkObjective objective = setting.objective();
      Transfer transfer =
          Transfer.of(
              new Weights(file.toString(), Convention.PYTORCH), network.layer(), objective.input());
      try (Backend backend = Backends.open("tensorflow");
          Trainer ours = new Trainer(backend, Numerics.PRECISE, objective, new Descent(), 1);
          Evaluator evaluator = new Evaluator(backend, Numerics.PRECISE, objective);
          Owner owner = new Owner()) {
        ours.moveTo(point(transfer, objective, backend), Parameters.none());
        Parameters<Array> batch = owner.own(next.upload(backend, objective.batch()));
        assertThat(ours.step(batch).loss()).isCloseTo(loss, withinPercentage(100 * ROUNDING));
        assertThat(accuracy(evaluator, ours.point(), batches, backend, objective))
            .isEqualTo(accuracy);
      }
    }
  }

  private static Point<Array> point(
      Transfer transfer, NetworkObjective objective, Backend backend) {
    Parameters<Array> arrays = transfer.arrays().map(array -> array.on(backend));
    return new Point<>(
        arrays.where((path, array) -> objective.parameters().find(path).isPresent()),
        arrays.where((path, array) -> objective.state().find(path).isPresent()));
  }

  private static double accuracy(
      Evaluator evaluator,
      Point<Array> point,
      Batches batches,
      Backend backend,
      NetworkObjective objective) {
    double sum = 0;
    for (int i = 0; i < batches.perEpoch(); i++) {
      try (Owner owner = new Owner()) {
        Batch batch = batches.range(i * batches.size(), (i + 1) * batches.size());
        sum +=
            evaluator
                .evaluate(point, owner.own(batch.upload(backend, objective.batch())))
                .get("accuracy");
      }
    }
    return sum / batches.perEpoch();
  }

  /** The arrays by the names that torchvision's networks have, in the order of the alphabet. */
  private static Parameters<HostArray> stateDict(LibtorchTrainer trainer) {
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    trainer.parameters().and(trainer.state()).byPath().entrySet().stream()
        .map(entry -> Map.entry(name(entry.getKey()), array(entry.getValue())))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> arrays.put(entry.getKey(), entry.getValue()));
    return new Parameters<>(arrays);
  }

  private static String name(String path) {
    String layer = path.substring(0, path.indexOf('.'));
    String word = path.substring(path.indexOf('.') + 1);
    int number = Integer.parseInt(layer.replaceAll("\\D", ""));
    String kind = layer.replaceAll("\\d", "");
    String theirs =
        switch (word) {
          case "scale" -> "weight";
          case "shift" -> "bias";
          case "mean" -> "running_mean";
          case "variance" -> "running_var";
          default -> word;
        };
    return switch (kind) {
      case "conv" -> "features." + 3 * number + "." + theirs;
      case "norm" -> "features." + (3 * number + 1) + "." + theirs;
      default -> "classifier." + 3 * number + "." + theirs;
    };
  }

  private static HostArray array(NDArray array) {
    int[] dims = new int[array.getShape().dimension()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = (int) array.getShape().get(i);
    }
    return HostArray.of(TensorType.float64(dims), array.toDoubleArray());
  }
}
