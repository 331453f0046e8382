package org.normscape.probe.plane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.Passes;

/**
 * What a {@link Plane} measured at one point: raw numbers, NaN and ∞ where the loss is.
 *
 * @param plane what was measured
 * @param places row by row: α grows slowest
 */
public record Surface(Plane plane, List<Place> places) implements Measurement {

  /**
   * One place on the plane.
   *
   * @param alpha how far along the first direction
   * @param beta how far along the second
   * @param found what was found there
   */
  public record Place(double alpha, double beta, LossAround.Place found) {}

  public Surface {
    places = List.copyOf(places);
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (Place place : places) {
      readings.add(at(place, SurfaceQuantities.LOSS, place.found().loss()));
      if (plane.passes() == Passes.FORWARD_AND_BACKWARD) {
        readings.add(at(place, SurfaceQuantities.GRADIENT_NORM, place.found().gradientNorm()));
      }
      place
          .found()
          .metrics()
          .find("accuracy")
          .ifPresent(share -> readings.add(at(place, SurfaceQuantities.ACCURACY, share)));
    }
    return List.copyOf(readings);
  }

  private static Reading at(Place place, Quantity quantity, double value) {
    Map<String, Double> at = new LinkedHashMap<>();
    at.put(SurfaceQuantities.ALPHA.name(), place.alpha());
    at.put(SurfaceQuantities.BETA.name(), place.beta());
    return new Reading(quantity, "", value, at);
  }
}
