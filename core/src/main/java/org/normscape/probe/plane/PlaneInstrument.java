package org.normscape.probe.plane;

import java.util.ArrayList;
import java.util.List;
import org.normscape.params.Owner;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.grid.Linear;

/** A {@link Plane} that is ready to be measured. */
final class PlaneInstrument implements Instrument {

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
      Places places =
          loss.around(situation, List.of(first.at(situation, owner), second.at(situation, owner)));
      List<Surface.Place> found = new ArrayList<>();
      for (double alpha : axis) {
        for (double beta : axis) {
          found.add(new Surface.Place(alpha, beta, places.at(alpha, beta)));
        }
      }
      return new Surface(plane, found);
    }
  }

  @Override
  public void close() {
    first.close();
    second.close();
    loss.close();
  }
}
