package org.normscape.probe.line;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Norm;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Ray;

/** A {@link Line} that is ready to be measured. */
final class LineInstrument implements Instrument {

  private final Line line;
  private final Objective objective;
  private final Directed direction;
  private final LossAround loss;
  private final Norm norm;

  LineInstrument(Line line, Site site) {
    this.line = line;
    this.objective = line.loss().objective(site);
    this.direction = line.direction().prepare(site, line.loss());
    this.loss = new LossAround(site, line.loss(), 1, line.passes());
    Parameters<TensorType> types = objective.types().parameters();
    this.norm = new Norm(site.backend(), site.numerics(), line.loss().moving(objective, types));
  }

  @Override
  public LineProfile measure(Situation situation) {
    try (Owner owner = new Owner()) {
      Ray ray = direction.at(situation, owner);
      double unit = unit(situation, ray);
      Places places = loss.around(situation, List.of(ray));
      List<LineProfile.Place> found =
          line.places().places().stream()
              .map(t -> new LineProfile.Place(t, places.at(t * unit)))
              .toList();
      double here = situation.found(line.loss().need()).loss();
      return new LineProfile(line, here, found);
    }
  }

  private double unit(Situation situation, Ray ray) {
    Parameters<Array> here = line.loss().moving(objective, situation.point().parameters());
    return line.scale()
        .unit(() -> Math.abs(ray.factor()) * norm.of(ray.vector()), () -> norm.of(here));
  }

  @Override
  public void remember(int step, Point<Array> point) {
    direction.remember(step, point);
  }

  @Override
  public Parameters<Array> memory() {
    return direction.memory();
  }

  @Override
  public void recall(Parameters<Array> memory) {
    direction.recall(memory);
  }

  @Override
  public void close() {
    direction.close();
    loss.close();
    norm.close();
  }
}
