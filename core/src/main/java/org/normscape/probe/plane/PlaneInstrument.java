package org.normscape.probe.plane;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.Ray;
import org.normscape.probe.grid.Linear;

/** A {@link Plane} that is ready to be measured. */
final class PlaneInstrument implements Instrument {

  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final Plane plane;
  private final Directed first;
  private final Directed second;
  private final LossAround loss;

  PlaneInstrument(Plane plane, Site site) {
    this.plane = plane;
    this.first = plane.first().prepare(site, plane.loss());
    this.second = plane.second().prepare(site, plane.loss());
    this.loss = new LossAround(site, plane.loss(), 2, plane.passes());
  }

  @Override
  public Surface measure(Situation situation) {
    List<Double> axis = new Linear(-plane.radius(), plane.radius(), plane.places()).places();
    try (Owner owner = new Owner()) {
      List<Ray> rays = List.of(first.at(situation, owner), second.at(situation, owner));
      GridRows rows = new GridRows(axis, axis, loss.around(situation, rays));
      return new Surface(
          plane, rows.measured(situation, GridRows.identity(plane, situation, rays)));
    }
  }

  @Override
  public void remember(int step, Point<Array> point) {
    first.remember(step, point);
    second.remember(step, point);
  }

  @Override
  public Parameters<Array> memory() {
    return first.memory().within(FIRST).and(second.memory().within(SECOND));
  }

  @Override
  public void recall(Parameters<Array> memory) {
    first.recall(memory.under(FIRST));
    second.recall(memory.under(SECOND));
  }

  @Override
  public void close() {
    first.close();
    second.close();
    loss.close();
  }
}
