package org.normscape.probe.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.linalg.VectorSpace;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Place;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Ray;
import org.normscape.probe.grid.Linear;
import org.normscape.probe.point.KeptPoints;

/** A {@link TrajectoryPlane} that is ready to be measured. */
final class TrajectoryInstrument implements Instrument {

  private final TrajectoryPlane probe;
  private final Objective objective;
  private final KeptPoints points;
  private final VectorSpace space;
  private final LossAround loss;

  TrajectoryInstrument(TrajectoryPlane probe, Site site) {
    this.probe = probe;
    this.objective = probe.loss().objective(site);
    this.points = new KeptPoints(site.backend());
    Parameters<TensorType> types = probe.loss().moving(objective, objective.types().parameters());
    this.space = new VectorSpace(site.backend(), site.numerics(), types);
    this.loss = new LossAround(site, probe.loss(), 2, probe.passes());
  }

  @Override
  public Trajectory measure(Situation situation) {
    SortedMap<Integer, Point<Array>> visited =
        new TreeMap<>(points.all().headMap(situation.step()));
    visited.put(situation.step(), situation.point());
    checkSpan(visited.size());
    try (Owner owner = new Owner()) {
      List<Parameters<Array>> differences = differences(visited, situation.point(), owner);
      PointsPlane plane = PointsPlane.of(products(differences), probe.basis());
      List<Ray> rays = new ArrayList<>();
      for (double[] axis : plane.axes()) {
        rays.add(new Ray(owner.own(space.combination(axis, differences)), 1));
      }
      return new Trajectory(
          probe,
          Trajectory.Axis.of(plane, 0),
          Trajectory.Axis.of(plane, 1),
          visited(visited, plane, rays, situation),
          grid(plane, rays, situation));
    }
  }

  private void checkSpan(int visited) {
    if (!probe.basis().takes(visited)) {
      throw new IllegalStateException(
          "TrajectoryPlane: points %s, but %s were kept. To fix: call Instrument.remember at the steps that Probe.remembers names."
              .formatted(probe.basis().rule(), visited - 1));
    }
  }

  private List<Surface.Place> grid(PointsPlane plane, List<Ray> rays, Situation situation) {
    Places around = loss.around(situation, rays);
    List<Double> extents = new Linear(-probe.margin(), 1 + probe.margin(), probe.places()).places();
    return new GridRows(
            extents,
            extents,
            at -> around.at(plane.coordinateAt(0, at[0]), plane.coordinateAt(1, at[1])))
        .measured(situation, GridRows.identity(probe, situation, rays));
  }

  /** From where the network is to each point, in order; the last one is 0. */
  private List<Parameters<Array>> differences(
      SortedMap<Integer, Point<Array>> visited, Point<Array> last, Owner owner) {
    Parameters<Array> here = moving(last);
    return visited.values().stream()
        .map(point -> owner.own(space.plus(moving(point), -1, here)))
        .toList();
  }

  private Parameters<Array> moving(Point<Array> point) {
    return probe.loss().moving(objective, point.parameters());
  }

  private double[][] products(List<Parameters<Array>> differences) {
    double[][] products = new double[differences.size()][differences.size()];
    for (int i = 0; i < products.length; i++) {
      double[] row = space.dots(differences.get(i), differences.subList(0, i + 1));
      for (int j = 0; j <= i; j++) {
        products[i][j] = row[j];
        products[j][i] = row[j];
      }
    }
    return products;
  }

  private List<Trajectory.Visited> visited(
      SortedMap<Integer, Point<Array>> points,
      PointsPlane plane,
      List<Ray> rays,
      Situation situation) {
    Places projections = loss.around(situation, rays);
    List<Trajectory.Visited> visited = new ArrayList<>();
    for (var point : points.entrySet()) {
      int number = visited.size();
      double x = plane.coordinate(0, number);
      double y = plane.coordinate(1, number);
      Place there = loss.around(point.getValue(), situation.batch(), rays).at(0, 0);
      visited.add(
          new Trajectory.Visited(
              point.getKey(),
              plane.shareOfExtent(0, number),
              plane.shareOfExtent(1, number),
              plane.distance(number),
              there,
              projections.at(x, y)));
    }
    return visited;
  }

  @Override
  public void remember(int step, Point<Array> point) {
    points.remember(step, point);
  }

  @Override
  public Parameters<Array> memory() {
    return points.memory();
  }

  @Override
  public void recall(Parameters<Array> memory) {
    points.recall(memory);
  }

  @Override
  public void close() {
    points.close();
    space.close();
    loss.close();
  }
}
