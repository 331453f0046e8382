package org.normscape.probe.activation;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Arguments;
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
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.Ray;
import org.normscape.probe.structure.Written;

/** {@link MomentsAlongUpdate} that are ready to be measured. */
final class AlongInstrument implements Instrument {

  private static final String DIRECTION = "direction";
  private static final String COEFFICIENT = "coefficient";

  private final MomentsAlongUpdate probe;
  private final Site site;
  private final Objective objective;
  private final Directed direction;
  private final Parameters<TensorType> activations;
  private final TensorType scalar;
  private final NamedExecutable program;

  AlongInstrument(MomentsAlongUpdate probe, Site site) {
    this.probe = probe;
    this.site = site;
    this.objective = probe.loss().objective(site);
    this.direction = probe.direction().prepare(site, probe.loss());
    this.activations = probe.types(objective);
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    this.program =
        NamedProgram.trace(
                Written.arguments(objective, probe.loss().statistics())
                    .and(
                        probe
                            .loss()
                            .moving(objective, objective.types().parameters())
                            .within(DIRECTION))
                    .and(COEFFICIENT, scalar),
                this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    ProbedLoss loss = probe.loss();
    Arguments<Tensor> at = Arguments.of(arguments);
    Tensor t = arguments.get(COEFFICIENT);
    Parameters<Tensor> moved =
        loss.moving(objective, at.point().parameters())
            .zip(arguments.under(DIRECTION), (x, d) -> x.plus(d.scaledBy(t)));
    Point<Tensor> there =
        new Point<>(at.point().parameters().replacedBy(moved), at.point().state());
    Parameters<Tensor> all = objective.evaluate(there, at.batch(), loss.statistics()).activations();
    return ChannelProgram.write(all.where((path, value) -> activations.find(path).isPresent()));
  }

  @Override
  public MomentsAlong measure(Situation situation) {
    try (Owner owner = new Owner()) {
      Ray ray = direction.at(situation, owner);
      Parameters<Array> fixed =
          situation.point().with(situation.batch()).and(ray.vector().within(DIRECTION));
      List<MomentsAlong.Place> places = new ArrayList<>();
      for (double share : probe.places().places()) {
        places.add(new MomentsAlong.Place(share, at(fixed, share * ray.factor())));
      }
      return new MomentsAlong(places, probe.detail());
    }
  }

  private Parameters<Channels> at(Parameters<Array> fixed, double coefficient) {
    try (Owner owner = new Owner()) {
      Array t = owner.own(site.backend().array(scalar, coefficient));
      return ChannelProgram.read(activations, program.run(fixed.and(COEFFICIENT, t), owner));
    }
  }

  @Override
  public void close() {
    direction.close();
    program.close();
  }
}
