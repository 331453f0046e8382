package org.normscape.probe.sharpness;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** {@link LearningRateStress}, ready to be measured: {@code (θ, η) ↦ L(θ), θ − η ∇L(θ)}. */
final class Ramp implements Instrument {

  private static final String RATE = "rate";
  private static final String LOSS = "loss";
  private static final String MOVED = "moved";

  private final LearningRateStress probe;
  private final Backend backend;
  private final Objective objective;
  private final TensorType scalar;
  private final NamedExecutable program;

  Ramp(LearningRateStress probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    this.objective = probe.loss().objective(site);
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    Parameters<TensorType> arguments =
        new Arguments<>(objective.types(), objective.arguments(probe.loss().statistics()))
            .named()
            .and(RATE, scalar);
    this.program = NamedProgram.trace(arguments, this::write).compile(backend, site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Arguments<Tensor> at = Arguments.of(arguments);
    Evaluation found = objective.evaluate(at.point(), at.batch(), probe.loss().statistics());
    Parameters<Tensor> moving = probe.loss().moving(objective, at.point().parameters());
    Parameters<Tensor> gradient =
        Parameters.like(moving, Gradients.of(found.loss(), moving.values()));
    Tensor rate = arguments.get(RATE);
    return Parameters.of(LOSS, found.loss())
        .and(moving.zip(gradient, (x, g) -> x.minus(g.scaledBy(rate))).within(MOVED));
  }

  @Override
  public LearningRateStress.Endurance measure(Situation situation) {
    double first = probe.start() * situation.learningRate();
    try (Descent descent = new Descent(situation.point(), situation.batch())) {
      double bound = probe.blowup() * descent.step(first);
      int survived = 0;
      while (survived < probe.steps() && descent.step(first * grown(survived + 1)) <= bound) {
        survived++;
      }
      double rate = survived == 0 ? 0 : first * grown(survived - 1);
      return new LearningRateStress.Endurance(rate, survived);
    }
  }

  private double grown(int steps) {
    return StrictMath.pow(probe.growth(), steps);
  }

  /** Gradient descent from a point; the point itself stays. */
  private final class Descent implements AutoCloseable {

    private final Parameters<Array> batch;
    private Point<Array> point;
    private Owner owner = new Owner();

    Descent(Point<Array> start, Parameters<Array> batch) {
      this.point = start;
      this.batch = batch;
    }

    /** The loss where it is; then it moves. */
    double step(double learningRate) {
      Owner next = new Owner();
      Array rate = next.own(backend.array(scalar, learningRate));
      Parameters<Array> found = program.run(point.with(batch).and(RATE, rate), next);
      point = new Point<>(point.parameters().replacedBy(found.under(MOVED)), point.state());
      owner.close();
      owner = next;
      return found.get(LOSS).toScalar();
    }

    @Override
    public void close() {
      owner.close();
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
