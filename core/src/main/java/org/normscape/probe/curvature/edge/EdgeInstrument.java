package org.normscape.probe.curvature.edge;

import org.normscape.backend.Array;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.optim.Optimizer;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.random.RandomStream;

/** An {@link OptimizerEdge} that is ready to be measured. */
final class EdgeInstrument extends EigenpairInstrument {

  private static final String POINT = "point";
  private static final String MEMORY = "memory";

  private final OptimizerEdge probe;
  private final double limit;

  /** {@code (θ, memory) ↦ P^{−½}}. */
  private final NamedExecutable factor;

  EdgeInstrument(OptimizerEdge probe, Site site) {
    super(probe, probe.of(), probe.lanczos(), site);
    this.probe = probe;
    this.limit = probe.limit(site);
    Optimizer rule = site.descent().rule();
    Parameters<TensorType> types = probe.of().objective(site).types().parameters();
    this.factor =
        NamedProgram.trace(
                types.within(POINT).and(rule.state(types).within(MEMORY)),
                in ->
                    products()
                        .chosen(rule.preconditioner().diagonal(in.under(POINT), in.under(MEMORY)))
                        .map(Tensor::reciprocalSqrt))
            .compile(site.backend(), site.numerics());
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    try (Owner owner = new Owner()) {
      Parameters<Array> root =
          factor.run(
              situation.point().parameters().within(POINT).and(situation.memory().within(MEMORY)),
              owner);
      Eigenpair top = solve(new ScaledOperator(operator, space(), root), random).largest().get(0);
      return new MeasuredEdge(
          probe.of().matrix(), top.value(), top.residual(), limit, situation.learningRate());
    }
  }

  @Override
  public void close() {
    factor.close();
    super.close();
  }
}
