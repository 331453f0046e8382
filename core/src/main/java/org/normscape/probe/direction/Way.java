package org.normscape.probe.direction;

import org.normscape.backend.Array;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;

/** The way from one point to another in the parameters that move, {@code θ′ − θ}, compiled. */
final class Way implements AutoCloseable {

  private static final String HERE = "here";
  private static final String THERE = "there";

  private final ProbedLoss loss;
  private final Objective objective;
  private final NamedExecutable difference;

  Way(Site site, ProbedLoss loss) {
    this.loss = loss;
    this.objective = loss.objective(site);
    Parameters<TensorType> types = loss.moving(objective, objective.types().parameters());
    this.difference =
        NamedProgram.trace(
                types.within(HERE).and(types.within(THERE)),
                at -> at.under(THERE).zip(at.under(HERE), Tensor::minus))
            .compile(site.backend(), site.numerics());
  }

  /** The way from θ to θ′, which leads there at the multiple 1. */
  Ray between(Point<Array> here, Point<Array> there, Owner owner) {
    Parameters<Array> from = loss.moving(objective, here.parameters());
    Parameters<Array> to = loss.moving(objective, there.parameters());
    return new Ray(difference.run(from.within(HERE).and(to.within(THERE)), owner), 1);
  }

  @Override
  public void close() {
    difference.close();
  }
}
