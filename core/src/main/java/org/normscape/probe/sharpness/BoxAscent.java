package org.normscape.probe.sharpness;

import java.util.Arrays;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.box.Slope;
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
import org.normscape.probe.structure.Written;

/** {@link KeskarSharpness}, ready to be measured: {@code (θ, z) ↦ L(θ + z)} and its gradient. */
final class BoxAscent implements Instrument {

  private static final String DISPLACEMENT = "displacement";
  private static final String LOSS = "loss";
  private static final String GRADIENT = "gradient";

  private final KeskarSharpness probe;
  private final Objective objective;
  private final VectorSpace space;
  private final NamedExecutable program;

  BoxAscent(KeskarSharpness probe, Site site) {
    this.probe = probe;
    ProbedLoss loss = probe.loss();
    this.objective = loss.objective(site);
    this.space =
        new VectorSpace(
            site.backend(),
            site.numerics(),
            loss.moving(objective, objective.types().parameters()));
    this.program =
        NamedProgram.trace(
                Written.arguments(objective, loss.statistics())
                    .and(space.types().within(DISPLACEMENT)),
                this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Arguments<Tensor> at = Arguments.of(arguments);
    Parameters<Tensor> there =
        probe
            .loss()
            .moving(objective, at.point().parameters())
            .zip(arguments.under(DISPLACEMENT), Tensor::plus);
    Evaluation found =
        objective.evaluate(
            new Point<>(at.point().parameters().replacedBy(there), at.point().state()),
            at.batch(),
            probe.loss().statistics());
    return Parameters.of(LOSS, found.loss())
        .and(Parameters.like(there, Gradients.of(found.loss(), there.values())).within(GRADIENT));
  }

  @Override
  public KeskarSharpness.Box measure(Situation situation) {
    double[] here = space.toDoubles(probe.loss().moving(objective, situation.point().parameters()));
    double[] sides = Arrays.stream(here).map(x -> (Math.abs(x) + 1) * probe.epsilon()).toArray();
    Parameters<Array> fixed = situation.point().with(situation.batch());
    return new KeskarSharpness.Box(
        probe.search().maximize(z -> slope(fixed, z), sides, probe.iterations()));
  }

  /** The loss at {@code θ + z}, and its gradient. */
  private Slope slope(Parameters<Array> fixed, double[] z) {
    try (Owner owner = new Owner()) {
      Parameters<Array> displacement = owner.own(space.array(z));
      Parameters<Array> found = program.run(fixed.and(displacement.within(DISPLACEMENT)), owner);
      return new Slope(found.get(LOSS).toScalar(), space.toDoubles(found.under(GRADIENT)));
    }
  }

  @Override
  public void close() {
    program.close();
    space.close();
  }
}
