package org.normscape.bench.deeplinear;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** Normscape on one of its backends. */
final class NormscapeDeepLinear implements DeepLinearStep {

  private final Backend backend;
  private final Trainer training;
  private final Parameters<Array> batch;
  private double loss = Double.NaN;

  NormscapeDeepLinear(String backend) {
    NetworkObjective objective = DeepLinearTask.OBJECTIVE;
    this.backend = Backends.open(backend);
    this.training =
        new Trainer(
            this.backend,
            Numerics.FAST,
            objective,
            new Descent(new Sgd(), DeepLinearTask.LEARNING_RATE),
            DeepLinearTask.SEED);
    this.batch = Parameters.of("input", array("input")).and("target", array("target"));
  }

  private Array array(String part) {
    return backend.array(DeepLinearTask.OBJECTIVE.batch().get(part), DeepLinearTask.rows(part));
  }

  @Override
  public void run() {
    Step step = training.step(batch);
    training.advance(step, DeepLinearTask.LEARNING_RATE);
    loss = step.loss();
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    batch.values().forEach(Array::close);
    training.close();
    backend.close();
  }
}
