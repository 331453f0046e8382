package org.normscape.bench.question;

import java.util.List;
import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.GradientLineProbe;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A network at its starting point, with its landscape probe, on a backend that closes with it. */
final class Probing implements Workload {

  /** Where the probe looks along the gradient. */
  static final List<Double> STEP_LENGTHS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4);

  private final Consumer<Probing> sample;
  private final Backend backend;
  private final Trainer training;
  private final GradientLineProbe probe;
  private final Parameters<Array> batch;
  private final Step step;

  /**
   * Prepares both.
   *
   * @param sample what is done again and again
   */
  Probing(Backend backend, Setting setting, Consumer<Probing> sample) {
    NetworkObjective objective = setting.objective();
    this.sample = sample;
    this.backend = backend;
    this.training =
        new Trainer(
            backend,
            setting.numerics(),
            objective,
            new Descent(new Sgd(), setting.learningRate()),
            setting.seed());
    this.probe = new GradientLineProbe(backend, setting.numerics(), objective);
    this.batch =
        NormscapeTrainer.arrays(
            backend, objective, setting.proceduralBatches(setting.batch()).at(0));
    this.step = training.step(batch);
  }

  @Override
  public void run() {
    sample.accept(this);
  }

  /** Measures at each step length. */
  void probe() {
    probe.measure(training.point(), step.loss(), step.gradient(), batch, STEP_LENGTHS);
  }

  /** Finds a gradient for each step length. */
  void passes() {
    STEP_LENGTHS.forEach(length -> training.step(batch).close());
  }

  @Override
  public void close() {
    step.close();
    batch.values().forEach(Array::close);
    probe.close();
    training.close();
    backend.close();
  }
}
