package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.Passes;

/**
 * What a {@link Line} measured at one point.
 *
 * @param line what was measured
 * @param loss {@code L(θ)}
 * @param places one for each place of the grid, in its order
 */
public record LineProfile(Line line, double loss, List<Place> places) implements Measurement {

  /**
   * One place on the line.
   *
   * @param length how far along the line, in the units of the probe's scale
   * @param found what was found there
   */
  public record Place(double length, LossAround.Place found) {}

  public LineProfile {
    places = List.copyOf(places);
  }

  /** The smallest loss on the line; NaN when one is. */
  public double lowestLoss() {
    return extreme(Math::min);
  }

  /** The largest loss on the line; NaN when one is. */
  public double highestLoss() {
    return extreme(Math::max);
  }

  private double extreme(DoubleBinaryOperator which) {
    return places.stream().mapToDouble(place -> place.found().loss()).reduce(which).orElseThrow();
  }

  @Override
  public List<Reading> readings() {
    LineQuantities quantities = LineQuantities.of(line);
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(quantities.here(), loss));
    readings.add(Reading.of(quantities.low(), lowestLoss()));
    readings.add(Reading.of(quantities.high(), highestLoss()));
    for (Place place : places) {
      readings.add(at(place, quantities.loss(), place.found().loss()));
      if (line.passes() == Passes.FORWARD_AND_BACKWARD) {
        readings.add(at(place, quantities.gradientNorm(), place.found().gradientNorm()));
      }
      place
          .found()
          .metrics()
          .find("accuracy")
          .ifPresent(share -> readings.add(at(place, quantities.accuracy(), share)));
    }
    return List.copyOf(readings);
  }

  private Reading at(Place place, Quantity quantity, double value) {
    return Reading.at(line.scale().axis(), place.length(), quantity, value);
  }
}
