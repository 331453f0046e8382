package org.normscape.bench.trainer;

import java.util.stream.DoubleStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.train.Evaluator;
import org.normscape.train.Step;
import org.normscape.train.StepNoise;
import org.normscape.train.Trainer;

/** Normscape on one of its backends, which closes with the trainer. */
public final class NormscapeTrainer implements TestedTrainer {

  private final Backend backend;
  private final Setting setting;
  private final NetworkObjective objective;
  private final Trainer training;
  private final StepNoise noise;
  private int steps;

  /** A trainer on a backend, which closes with it. */
  public NormscapeTrainer(Backend backend, Setting setting) {
    this.backend = backend;
    this.setting = setting;
    this.objective = setting.objective();
    this.training =
        new Trainer(
            backend,
            setting.numerics(),
            objective,
            new Descent(new Sgd(), setting.learningRate()),
            setting.seed());
    this.noise = StepNoise.of(objective, backend, setting.seed());
  }

  /** A trainer on the backend with this name. */
  public static NormscapeTrainer open(String backend, Setting setting) {
    return new NormscapeTrainer(Backends.open(backend), setting);
  }

  /** All parameters, in their order. */
  public double[] parameters() {
    return training.point().parameters().values().stream()
        .flatMapToDouble(array -> DoubleStream.of(array.toDoubles()))
        .toArray();
  }

  @Override
  public double step(Batch batch) {
    try (Owner owner = new Owner()) {
      Parameters<Array> examples = owner.own(arrays(backend, objective, batch));
      Step step = training.step(examples.and(owner.own(noise.at(steps++))));
      training.advance(step, setting.learningRate());
      return step.loss();
    }
  }

  @Override
  public double accuracy(Batches batches) {
    NetworkObjective evaluated = setting.objective(batches.size());
    double sum = 0;
    try (Evaluator evaluator = new Evaluator(backend, setting.numerics(), evaluated)) {
      for (int i = 0; i < batches.perEpoch(); i++) {
        Batch batch = batches.range(i * batches.size(), (i + 1) * batches.size());
        try (Owner owner = new Owner()) {
          Parameters<Array> arrays = owner.own(arrays(backend, evaluated, batch));
          sum += evaluator.evaluate(training.point(), arrays).get("accuracy");
        }
      }
    }
    return sum / batches.perEpoch();
  }

  /** A batch on the device, by the paths of an objective; the caller closes it. */
  public static Parameters<Array> arrays(Backend backend, NetworkObjective objective, Batch batch) {
    return batch.upload(backend, objective.batch());
  }

  @Override
  public void close() {
    noise.close();
    training.close();
    backend.close();
  }
}
