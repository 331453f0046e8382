package org.normscape.probe.sharpness;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
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
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** {@link KeskarSharpness}, ready to be measured: {@code (θ, z) ↦ L(θ + z)} and the next z. */
final class BoxAscent implements Instrument {

  private static final String DISPLACEMENT = "displacement";
  private static final String LOSS = "loss";

  /** The steps together are so many times as long as the box is wide from its middle. */
  private static final double REACH = 2.5;

  private final KeskarSharpness probe;
  private final Backend backend;
  private final Objective objective;
  private final Parameters<TensorType> moving;
  private final NamedExecutable program;

  BoxAscent(KeskarSharpness probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    ProbedLoss loss = probe.loss();
    this.objective = loss.objective(site);
    this.moving = loss.moving(objective, objective.types().parameters());
    Parameters<TensorType> arguments =
        new Arguments<>(objective.types(), objective.arguments(loss.statistics()))
            .named()
            .and(moving.within(DISPLACEMENT));
    this.program = NamedProgram.trace(arguments, this::write).compile(backend, site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Arguments<Tensor> at = Arguments.of(arguments);
    Parameters<Tensor> here = probe.loss().moving(objective, at.point().parameters());
    Parameters<Tensor> z = arguments.under(DISPLACEMENT);
    Parameters<Tensor> there = here.zip(z, Tensor::plus);
    Evaluation found =
        objective.evaluate(
            new Point<>(at.point().parameters().replacedBy(there), at.point().state()),
            at.batch(),
            probe.loss().statistics());
    Parameters<Tensor> gradient =
        Parameters.like(there, Gradients.of(found.loss(), there.values()));
    Parameters<Tensor> side = here.map(x -> x.absolute().plus(1).times(probe.epsilon()));
    Parameters<Tensor> steps = side.zip(gradient, this::step);
    Parameters<Tensor> next =
        z.zip(steps, Tensor::plus)
            .zip(side, (moved, most) -> moved.minimum(most).maximum(most.negate()));
    return Parameters.of(LOSS, found.loss()).and(next.within(DISPLACEMENT));
  }

  private Tensor step(Tensor side, Tensor gradient) {
    return side.times(gradient.sign()).times(REACH / probe.iterations());
  }

  @Override
  public KeskarSharpness.Box measure(Situation situation) {
    Parameters<Array> fixed = situation.point().with(situation.batch());
    List<Double> losses = new ArrayList<>();
    try (Owner owner = new Owner()) {
      Parameters<Array> z =
          owner.own(moving.map(type -> backend.array(type, new double[type.shape().size()])));
      for (int i = 0; i <= probe.iterations(); i++) {
        Parameters<Array> found = program.run(fixed.and(z.within(DISPLACEMENT)), owner);
        losses.add(found.get(LOSS).toScalar());
        z = found.under(DISPLACEMENT);
      }
    }
    return new KeskarSharpness.Box(losses.get(0), losses.stream().reduce(Math::max).orElseThrow());
  }

  @Override
  public void close() {
    program.close();
  }
}
