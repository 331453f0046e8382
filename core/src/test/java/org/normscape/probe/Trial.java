package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.normscape.optim.Momentum;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A training that stands still at a point, where probes are tried: they may change nothing. */
public final class Trial implements AutoCloseable {

  /** The bowl's curvatures, and where the trial of a bowl stands. */
  public static final double A = 3;

  public static final double B = 0.5;
  public static final double X = 2;
  public static final double Y = -4;

  /** The learning rate. */
  public static final double RATE = 0.1;

  private static final int STEP = 3;
  private static final int STEPS = 10;

  private final CountingBackend backend = new CountingBackend(Backends.open("reference"));
  private final Numerics numerics;
  private final Descent descent;
  private final Trainer trainer;
  private final Parameters<TensorType> batchTypes;
  private final Parameters<Array> batch;
  private final Parameters<double[]> fresh;

  /** A training in {@link Numerics#PRECISE}. */
  public Trial(
      Objective objective,
      Descent descent,
      Parameters<double[]> point,
      Parameters<double[]> memory,
      Parameters<double[]> batch,
      Parameters<double[]> fresh) {
    this(Numerics.PRECISE, objective, descent, point, memory, batch, fresh);
  }

  /** A training at this point and memory, on this batch; {@code fresh} is every other batch. */
  public Trial(
      Numerics numerics,
      Objective objective,
      Descent descent,
      Parameters<double[]> point,
      Parameters<double[]> memory,
      Parameters<double[]> batch,
      Parameters<double[]> fresh) {
    this.numerics = numerics;
    this.descent = descent;
    this.trainer = new Trainer(backend, numerics, objective, descent, 1);
    this.batchTypes = objective.arguments(Statistics.BATCH);
    this.batch = arrays(batchTypes, batch);
    this.fresh = fresh;
    Parameters<TensorType> types = objective.types().parameters();
    trainer.moveTo(
        new Point<>(arrays(types, point), objective.initialPoint(backend, 1).state()),
        arrays(descent.rule().state(types), memory));
  }

  /** Gradient descent on a bowl at {@code (X, Y)}; other batches have curvatures 1 and 2. */
  public static Trial ofBowl() {
    return ofBowl(new Descent(new Sgd(), RATE), Parameters.none());
  }

  /** Momentum on a bowl at {@code (X, Y)}, with this velocity. */
  public static Trial ofBowl(double decay, double x, double y) {
    return ofBowl(
        new Descent(new Momentum(decay), RATE),
        Parameters.of("velocity.x", new double[] {x}).and("velocity.y", new double[] {y}));
  }

  private static Trial ofBowl(Descent descent, Parameters<double[]> memory) {
    return new Trial(
        new Bowl(),
        descent,
        Parameters.of("x", new double[] {X}).and("y", new double[] {Y}),
        memory,
        Parameters.of("curvature", new double[] {A, B}),
        Parameters.of("curvature", new double[] {1, 2}));
  }

  private Parameters<Array> arrays(Parameters<TensorType> types, Parameters<double[]> values) {
    return types.zip(values, (type, numbers) -> backend.array(type, numbers));
  }

  /** The bowl's loss. */
  public static double bowl(double x, double y) {
    return 0.5 * (A * x * x + B * y * y);
  }

  /** Measures here, and fails if anything has changed or was left open. */
  public Measurement measure(Probe probe) {
    Site site = new Site(backend, numerics, trainer.variants(), descent, STEPS);
    List<double[]> before = everything();
    int open = backend.open();
    try (Instrument instrument = probe.prepare(site)) {
      for (int step = 0; step <= STEP; step++) {
        if (probe.remembers().isDue(step, STEPS)) {
          instrument.remember(step, trainer.point());
        }
      }
      try (Step step = trainer.step(batch, probe.needs())) {
        return instrument.measure(
            new StepSituation(trainer, step, 1, STEP, RATE, batch, new Others()));
      }
    } finally {
      assertThat(backend.open()).isEqualTo(open);
      assertThat(everything()).usingRecursiveComparison().isEqualTo(before);
    }
  }

  private List<double[]> everything() {
    return trainer
        .point()
        .parameters()
        .within("parameters")
        .and(trainer.point().state().within("state"))
        .and(trainer.memory().within("memory"))
        .and(batch.within("batch"))
        .map(Array::toDoubles)
        .values();
  }

  /** How often a program has been run. */
  public int runs() {
    return backend.runs();
  }

  private final class Others implements MoreBatches {

    @Override
    public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
      assertThat(step).isEqualTo(STEP);
      withEvery(use);
    }

    @Override
    public void withEvery(Consumer<Parameters<Array>> use) {
      try (Owner owner = new Owner()) {
        use.accept(owner.own(arrays(batchTypes, fresh)));
      }
    }
  }

  @Override
  public void close() {
    trainer.close();
    backend.close();
  }
}
