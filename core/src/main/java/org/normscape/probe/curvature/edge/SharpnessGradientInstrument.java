package org.normscape.probe.curvature.edge;

import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorMean;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.random.RandomStream;

/** A {@link SharpnessGradient} that is ready to be measured. */
final class SharpnessGradientInstrument extends EigenpairInstrument {

  private static final String VECTOR = "vector";
  private static final String LOSS = "loss";
  private static final String SHARPNESS = "sharpness";

  private final SharpnessGradient probe;
  private final Objective objective;

  /** {@code (θ, B, u) ↦ ∇L, ∇(uᵀHu)}. */
  private final NamedExecutable gradients;

  SharpnessGradientInstrument(SharpnessGradient probe, Site site) {
    super(probe, probe.of(), probe.lanczos(), site);
    this.probe = probe;
    this.objective = probe.of().objective(site);
    this.gradients =
        NamedProgram.trace(
                objective
                    .types()
                    .with(objective.arguments(probe.of().statistics()))
                    .and(space().types().within(VECTOR)),
                this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Curvature of = probe.of();
    Arguments<Tensor> at = Arguments.of(arguments);
    Evaluation found = objective.evaluate(at.point(), at.batch(), of.statistics());
    Parameters<Tensor> in = products().chosen(at.point().parameters());
    Parameters<Tensor> u = arguments.under(VECTOR);
    Tensor bent = Products.dot(u.values(), of.matrix().product(found, in.values(), u.values()));
    return Parameters.like(in, Gradients.of(found.loss(), in.values()))
        .within(LOSS)
        .and(Parameters.like(in, Gradients.of(bent, in.values())).within(SHARPNESS));
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Eigenpair top = solve(operator, random).largest().get(0);
    VectorMean loss = new VectorMean(space());
    VectorMean sharpness = new VectorMean(space());
    probe
        .of()
        .examples()
        .forEach(
            situation,
            batch -> {
              Parameters<Array> found =
                  gradients.run(situation.point().with(batch).and(top.vector().within(VECTOR)));
              loss.add(found.under(LOSS));
              sharpness.add(found.under(SHARPNESS));
            });
    try (Owner owner = new Owner()) {
      return measured(owner.own(loss.mean()), owner.own(sharpness.mean()), top);
    }
  }

  private Measurement measured(Parameters<Array> loss, Parameters<Array> sharpness, Eigenpair top) {
    VectorSpace space = space();
    return new Sharpening(
        probe.of().matrix(),
        top.value(),
        space.norm(loss),
        space.norm(sharpness),
        space.dot(loss, sharpness),
        space.dot(top.vector(), sharpness));
  }

  @Override
  public void close() {
    gradients.close();
    super.close();
  }
}
