package org.normscape.probe.sharpness;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.box.Slope;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.structure.Written;
import org.normscape.random.RandomStream;

/** {@link SubspaceSharpness}, ready to be measured. */
final class SubspaceAscent implements Instrument {

  private static final String LOSS = "loss";
  private static final String GRADIENT = "gradient";

  /** Beside the largest, an eigenvalue of AᵀA of this size is 0. */
  private static final double ROUNDING = 1e-10;

  private final SubspaceSharpness probe;
  private final Objective objective;
  private final VectorSpace space;
  private final NamedExecutable program;
  private final Owner owner = new Owner();
  private final List<Parameters<Array>> columns;
  private final List<SymmetricEigenproblem.Pair> inner;

  SubspaceAscent(SubspaceSharpness probe, Site site) {
    this.probe = probe;
    ProbedLoss loss = probe.loss();
    this.objective = loss.objective(site);
    this.space =
        new VectorSpace(
            site.backend(),
            site.numerics(),
            loss.moving(objective, objective.types().parameters()));
    this.program =
        NamedProgram.trace(Written.arguments(objective, loss.statistics()), this::write)
            .compile(site.backend(), site.numerics());
    this.columns =
        IntStream.range(0, probe.dimensions())
            .mapToObj(i -> owner.own(space.array(column(i).normal(space.dimension(), 1))))
            .toList();
    this.inner =
        SymmetricEigenproblem.solve(
            columns.stream().map(column -> space.dots(column, columns)).toArray(double[][]::new));
  }

  /** The random numbers of a column. */
  private RandomStream column(int i) {
    return RandomStream.of(probe.seed(), "probe/subspace-sharpness/column-" + i);
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Written written = Written.of(objective, arguments, probe.loss().statistics());
    Parameters<Tensor> moving = probe.loss().moving(objective, written.at().point().parameters());
    Tensor loss = written.evaluation().loss();
    return Parameters.of(LOSS, loss)
        .and(Parameters.like(moving, Gradients.of(loss, moving.values())).within(GRADIENT));
  }

  @Override
  public SubspaceSharpness.Box measure(Situation situation) {
    Parameters<Array> here = probe.loss().moving(objective, situation.point().parameters());
    return new SubspaceSharpness.Box(
        probe.search().maximize(z -> slope(situation, here, z), sides(here), probe.iterations()));
  }

  /** {@code ε (|A⁺θ| + 1)}. */
  private double[] sides(Parameters<Array> here) {
    double[] right = space.dots(here, columns);
    double[] side = new double[right.length];
    double least = ROUNDING * inner.get(0).value();
    for (SymmetricEigenproblem.Pair pair : inner) {
      if (pair.value() <= least) {
        break;
      }
      double[] v = pair.elements();
      double along = 0;
      for (int i = 0; i < v.length; i++) {
        along += v[i] * right[i] / pair.value();
      }
      for (int i = 0; i < v.length; i++) {
        side[i] += along * v[i];
      }
    }
    for (int i = 0; i < side.length; i++) {
      side[i] = probe.epsilon() * (Math.abs(side[i]) + 1);
    }
    return side;
  }

  /** The loss at {@code θ + A z}, and its gradient in z. */
  private Slope slope(Situation situation, Parameters<Array> here, double[] z) {
    try (Owner step = new Owner()) {
      Parameters<Array> there = step.own(space.plus(here, z, columns));
      Parameters<Array> all = situation.point().with(situation.batch());
      Parameters<Array> found = program.run(all.replacedBy(there.within("parameters")), step);
      return new Slope(found.get(LOSS).toScalar(), space.dots(found.under(GRADIENT), columns));
    }
  }

  @Override
  public void close() {
    program.close();
    owner.close();
    space.close();
  }
}
