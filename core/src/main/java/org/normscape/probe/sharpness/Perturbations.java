package org.normscape.probe.sharpness;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.direction.Draws;
import org.normscape.probe.direction.Ray;

/** Random displacements of the parameters that move, by their number. */
final class Perturbations implements AutoCloseable {

  private static final String DRAWN = "drawn";
  private static final String PARAMETERS = "parameters";

  private final Backend backend;
  private final ProbedLoss loss;
  private final Objective objective;
  private final long seed;
  private final Parameters<TensorType> types;
  private final NamedExecutable program;

  Perturbations(
      Site site, ProbedLoss loss, Objective objective, Perturbation perturbation, long seed) {
    this.backend = site.backend();
    this.loss = loss;
    this.objective = objective;
    this.seed = seed;
    this.types = loss.moving(objective, objective.types().parameters());
    this.program =
        NamedProgram.trace(
                types.within(DRAWN).and(types.within(PARAMETERS)),
                at -> at.under(DRAWN).zip(at.under(PARAMETERS), perturbation::write))
            .compile(site.backend(), site.numerics());
  }

  /** The displacement of this number at a point; its standard deviation is 1. */
  Ray at(Point<Array> point, int number, Owner owner) {
    Parameters<Array> drawn =
        owner.own(Draws.normal(backend, seed, "perturbation-" + number, types));
    Parameters<Array> here = loss.moving(objective, point.parameters());
    return new Ray(program.run(drawn.within(DRAWN).and(here.within(PARAMETERS)), owner), 1);
  }

  @Override
  public void close() {
    program.close();
  }
}
