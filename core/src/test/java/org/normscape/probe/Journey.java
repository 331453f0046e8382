package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A training that is put where a test wants it, step by step, with one probe. */
public final class Journey implements AutoCloseable {

  private static final int STEPS = 100;
  private static final double RATE = 0.1;

  private final CountingBackend backend = new CountingBackend(Backends.open("reference"));
  private final Descent descent = new Descent(new Sgd(), RATE);
  private final Probe probe;
  private final Objective objective;
  private final Trainer trainer;
  private final Parameters<double[]> batch;
  private final int open;
  private Instrument instrument;
  private Journal journal = Journal.NONE;

  /**
   * A training of 100 steps.
   *
   * @param batch every batch there is
   */
  public Journey(Probe probe, Objective objective, Parameters<double[]> batch) {
    this.probe = probe;
    this.objective = objective;
    this.batch = batch;
    this.trainer = new Trainer(backend, Numerics.PRECISE, objective, descent, 1);
    trainer.moveTo(objective.initialPoint(backend, 1), Parameters.none());
    this.open = backend.open();
    this.instrument = probe.prepare(site());
  }

  private Site site() {
    return new Site(backend, Numerics.PRECISE, trainer.variants(), descent, STEPS);
  }

  /** Checks the probe as before a run. */
  public void check() {
    probe.check(site());
  }

  /** Keeps the rows of long measurements there. */
  public void keepRowsIn(Journal other) {
    journal = other;
  }

  /** Puts the training at a point, where the probe may remember it. */
  public Journey visit(int step, Parameters<double[]> point) {
    Parameters<Array> arrays = arrays(objective.types().parameters(), point);
    Point<Array> start = objective.initialPoint(backend, 1);
    start.parameters().values().forEach(Array::close);
    trainer.moveTo(new Point<>(arrays, start.state()), Parameters.none());
    if (probe.remembers().isDue(step, STEPS)) {
      instrument.remember(step, trainer.point());
    }
    return this;
  }

  /** Puts the training at a point and measures there. */
  public Measurement measure(int step, Parameters<double[]> point) {
    visit(step, point);
    try (Owner owner = new Owner()) {
      Parameters<Array> here = owner.own(arrays(objective.arguments(Statistics.BATCH), batch));
      try (Step found = trainer.step(here, probe.needs())) {
        return instrument.measure(
            new StepSituation(trainer, found, 1, step, RATE, here, new Same(), journal));
      }
    }
  }

  /** Goes on with another instrument, which recalls what this one remembered. */
  public void resume() {
    Instrument next = probe.prepare(site());
    next.recall(instrument.memory());
    instrument.close();
    instrument = next;
  }

  /** How often a program has been run. */
  public int runs() {
    return backend.runs();
  }

  private Parameters<Array> arrays(Parameters<TensorType> types, Parameters<double[]> values) {
    return types.zip(values, (type, numbers) -> backend.array(type, numbers));
  }

  private final class Same implements MoreBatches {

    @Override
    public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
      withEvery(use);
    }

    @Override
    public void withEvery(Consumer<Parameters<Array>> use) {
      try (Owner owner = new Owner()) {
        use.accept(owner.own(arrays(objective.arguments(Statistics.BATCH), batch)));
      }
    }
  }

  @Override
  public void close() {
    instrument.close();
    assertThat(backend.open()).as("arrays that are open").isEqualTo(open);
    trainer.close();
    backend.close();
  }
}
