package org.normscape.bench.question;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.ir.Tensor;
import org.normscape.nn.Statistics;
import org.normscape.objective.Arguments;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.MoreBatches;
import org.normscape.probe.Probe;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.StepSituation;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A network in training with a probe, and what the probe's cost is measured in. */
final class Probed implements AutoCloseable {

  private static final int STEPS = 1000;

  private final Setting setting;
  private final Probe probe;
  private final Backend backend;
  private final Trainer training;
  private final Parameters<Array> batch;
  private final Instrument instrument;
  private final NamedExecutable forward;
  private Step step;
  private int number;

  /**
   * Prepares both.
   *
   * @param backend closes with this
   */
  Probed(Backend backend, Setting setting, Probe probe) {
    NetworkObjective objective = setting.objective();
    Descent descent = new Descent(new Sgd(), setting.learningRate());
    this.setting = setting;
    this.probe = probe;
    this.backend = backend;
    this.training = new Trainer(backend, setting.numerics(), objective, descent, setting.seed());
    this.batch =
        NormscapeTrainer.arrays(
            backend, objective, setting.proceduralBatches(setting.batch()).at(0));
    this.instrument =
        probe.prepare(new Site(backend, setting.numerics(), training.variants(), descent, STEPS));
    this.forward = written(objective).compile(backend, setting.numerics());
    this.step = training.step(batch, probe.needs());
  }

  private static NamedProgram written(NetworkObjective objective) {
    Statistics statistics = Statistics.BATCH_FROZEN_RUNNING;
    return NamedProgram.trace(
        objective.types().with(objective.arguments(statistics)),
        in -> {
          Arguments<Tensor> at = Arguments.of(in);
          return Parameters.of(
              "loss", objective.evaluate(at.point(), at.batch(), statistics).loss());
        });
  }

  private Situation situation(Step of) {
    return new StepSituation(
        training, of, setting.seed(), number, setting.learningRate(), batch, MoreBatches.NONE);
  }

  /** One measurement, of a step that has been found. */
  void measure() {
    instrument.measure(situation(step)).readings();
  }

  /** The same, without anything remembered of the last one. */
  void measureAnew() {
    instrument.recall(Parameters.none());
    measure();
  }

  /** A loss and its gradient. */
  void gradient() {
    training.step(batch).close();
  }

  /** A loss. */
  void forward() {
    try (Owner owner = new Owner()) {
      double loss = forward.run(training.point().with(batch), owner).get("loss").toScalar();
      if (Double.isNaN(loss)) {
        throw new IllegalStateException(
            "Probed: a loss must be a number, but it is NaN. To fix: lower the learning rate.");
      }
    }
  }

  /** A step of training, which is found and made; then there is another one to measure. */
  private void advance() {
    training.advance(step, setting.learningRate());
    number++;
    step = training.step(batch, probe.needs());
  }

  /** One measurement, and then a step: the next measurement starts from this one. */
  void measureAndAdvance() {
    measure();
    advance();
  }

  /** A step that is found and not made. */
  void step() {
    try (Step found = training.step(batch)) {
      training.update(found, setting.learningRate());
    }
  }

  @Override
  public void close() {
    step.close();
    forward.close();
    instrument.close();
    batch.values().forEach(Array::close);
    training.close();
    backend.close();
  }
}
