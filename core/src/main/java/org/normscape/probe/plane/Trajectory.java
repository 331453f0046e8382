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
 * What a {@link TrajectoryPlane} measured.
 *
 * @param probe what was measured
 * @param first the first axis
 * @param second the second axis
 * @param visited the points, in the order of their steps
 * @param places the grid, row by row: the first coordinate grows slowest
 */
public record Trajectory(
    TrajectoryPlane probe,
    Axis first,
    Axis second,
    List<Visited> visited,
    List<Surface.Place> places)
    implements Measurement {

  /**
   * An axis of the plane.
   *
   * @param share how much of the variance of the points is along it; NaN where there is none
   * @param extent how far the points reach along it
   */
  public record Axis(double share, double extent) {
    static Axis of(PointsPlane plane, int axis) {
      return new Axis(plane.share(axis), plane.extent(axis));
    }
  }

  /**
   * One point of the training.
   *
   * @param step how many updates had been made
   * @param x where it lies along the first axis: 0 for the lowest of the points, 1 for the highest
   * @param y where it lies along the second
   * @param offPlane how far it is from the plane
   * @param there what was found at the point itself
   * @param projected what was found where it is projected to
   */
  public record Visited(
      int step,
      double x,
      double y,
      double offPlane,
      LossAround.Place there,
      LossAround.Place projected) {}

  public Trajectory {
    visited = List.copyOf(visited);
    places = List.copyOf(places);
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(TrajectoryQuantities.SHARE, first.share() + second.share()));
    readings.add(Reading.of(TrajectoryQuantities.FIRST_SHARE, first.share()));
    readings.add(Reading.of(TrajectoryQuantities.SECOND_SHARE, second.share()));
    readings.add(Reading.of(TrajectoryQuantities.FIRST_EXTENT, first.extent()));
    readings.add(Reading.of(TrajectoryQuantities.SECOND_EXTENT, second.extent()));
    for (Visited point : visited) {
      readings.add(at(point, TrajectoryQuantities.FIRST, point.x()));
      readings.add(at(point, TrajectoryQuantities.SECOND, point.y()));
      readings.add(at(point, TrajectoryQuantities.OFF_PLANE, point.offPlane()));
      readings.add(at(point, TrajectoryQuantities.VISITED_LOSS, point.there().loss()));
      readings.add(at(point, TrajectoryQuantities.PROJECTED_LOSS, point.projected().loss()));
    }
    places.forEach(place -> addTo(readings, place));
    return List.copyOf(readings);
  }

  private void addTo(List<Reading> readings, Surface.Place place) {
    LossAround.Place found = place.found();
    readings.add(at(place, TrajectoryQuantities.LOSS, found.loss()));
    if (probe.passes() == Passes.FORWARD_AND_BACKWARD) {
      readings.add(at(place, TrajectoryQuantities.GRADIENT_NORM, found.gradientNorm()));
    }
    found
        .metrics()
        .find("accuracy")
        .ifPresent(share -> readings.add(at(place, TrajectoryQuantities.ACCURACY, share)));
  }

  private static Reading at(Visited point, Quantity quantity, double value) {
    return Reading.at(TrajectoryQuantities.STEP, point.step(), quantity, value);
  }

  private static Reading at(Surface.Place place, Quantity quantity, double value) {
    Map<String, Double> at = new LinkedHashMap<>();
    at.put(TrajectoryQuantities.X.name(), place.alpha());
    at.put(TrajectoryQuantities.Y.name(), place.beta());
    return new Reading(quantity, "", value, at);
  }
}
