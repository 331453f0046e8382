package org.normscape.probe;

import java.util.Optional;

/** What was measured at earlier steps of a training, for schedules that depend on it. */
@FunctionalInterface
public interface Past {

  /** One in which nothing was measured. */
  Past NOTHING = (metric, step) -> Optional.empty();

  /**
   * What a metric became at a step, and what it had been when it was measured before.
   *
   * @param metric the name of a quantity, and behind a slash the part of the network, if it is of a
   *     part
   * @return nothing where it was not measured at that step, or for the first time
   */
  Optional<Change> change(String metric, int step);

  /**
   * Two values of a metric, one measured after the other.
   *
   * @param from the earlier one
   * @param to the later one
   */
  record Change(double from, double to) {}
}
