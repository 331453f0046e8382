package org.normscape.probe.point;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.objective.Arguments;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * Points at which a training was, by step: copies on the device, parameters and state. Each takes
 * as much memory as the network, there and in a checkpoint.
 */
public final class KeptPoints implements AutoCloseable {

  private static final String STEP = "step-";

  private final Backend backend;
  private final SortedMap<Integer, Point<Array>> points = new TreeMap<>();
  private Owner owner = new Owner();

  /** None yet. */
  public KeptPoints(Backend backend) {
    this.backend = backend;
  }

  /** Copies a point; one that was kept for the same step stays. */
  public void remember(int step, Point<Array> point) {
    points.computeIfAbsent(step, missing -> owner.own(copy(point)));
  }

  private Point<Array> copy(Point<Array> point) {
    return new Point<>(copy(point.parameters()), copy(point.state()));
  }

  private Parameters<Array> copy(Parameters<Array> arrays) {
    return arrays.map(array -> backend.array(array.type(), array.toDoubles()));
  }

  /**
   * The point of a step, lent until this closes.
   *
   * @throws IllegalStateException when it was not kept
   */
  public Point<Array> at(int step) {
    Point<Array> point = points.get(step);
    if (point == null) {
      throw new IllegalStateException(
          "KeptPoints: a point must be kept before it is measured from, but that of step %s was not. To fix: call Instrument.remember at the steps that Probe.remembers names."
              .formatted(step));
    }
    return point;
  }

  /** All of them, by step, in order; lent until this closes. */
  public SortedMap<Integer, Point<Array>> all() {
    return Collections.unmodifiableSortedMap(points);
  }

  /** All of them by path, as a checkpoint keeps them, for {@link #recall}. */
  public Parameters<Array> memory() {
    Parameters<Array> memory = Parameters.none();
    for (var point : points.entrySet()) {
      Parameters<Array> named = point.getValue().with(Parameters.none());
      memory = memory.and(named.within(STEP + point.getKey()));
    }
    return memory;
  }

  /** Keeps copies of these in place of what was kept. */
  public void recall(Parameters<Array> memory) {
    close();
    owner = new Owner();
    memory
        .divided()
        .byPath()
        .forEach(
            (name, named) ->
                remember(
                    Integer.parseInt(name.substring(STEP.length())), Arguments.of(named).point()));
  }

  @Override
  public void close() {
    points.clear();
    owner.close();
  }
}
