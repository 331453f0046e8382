package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/** The readings of a path, place by place. */
final class PathReadings {

  private PathReadings() {}

  /** Loss and, where there is one, accuracy at each place, in order. */
  static List<Reading> of(Path path, Quantity axis, Quantity loss, Quantity accuracy) {
    List<Reading> readings = new ArrayList<>();
    for (Path.Place place : path.places()) {
      readings.add(Reading.at(axis, place.alpha(), loss, place.loss()));
      place
          .metrics()
          .find("accuracy")
          .ifPresent(share -> readings.add(Reading.at(axis, place.alpha(), accuracy, share)));
    }
    return readings;
  }
}
