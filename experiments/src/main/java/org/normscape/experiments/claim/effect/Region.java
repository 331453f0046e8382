package org.normscape.experiments.claim.effect;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.component.Components;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.Numbers;

/**
 * Numbers between bounds, which do not belong to it.
 *
 * @param above what they are greater than
 * @param below what they are less than
 */
public record Region(Optional<Double> above, Optional<Double> below) {

  /** All numbers: bounds that are still to be set. */
  public Region() {
    this(Optional.empty(), Optional.empty());
  }

  public Region {
    Components.require(
        above.isEmpty() || below.isEmpty() || above.get() < below.get(),
        Region.class,
        "above",
        "must be less than below (%s)".formatted(below.orElse(0.0)),
        above.orElse(0.0),
        "exchange the two, or take one away");
  }

  /**
   * Checks that there is a bound.
   *
   * @param key the key that it is under, which errors name
   */
  public void check(String key) {
    if (above.isEmpty() && below.isEmpty()) {
      throw UserError.usage(
          "%s: must have a bound, above, below or both, but it has none. To fix: write { above = 1 }."
              .formatted(key));
    }
  }

  /** The lower bound. */
  public double low() {
    return above.orElse(Double.NEGATIVE_INFINITY);
  }

  /** The upper bound. */
  public double high() {
    return below.orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether a number is in it. */
  public boolean contains(double value) {
    return value > low() && value < high();
  }

  /** Whether all of an interval is in it. */
  public boolean contains(Interval interval) {
    return contains(interval.low()) && contains(interval.high());
  }

  /** Whether nothing of an interval is in it. */
  public boolean misses(Interval interval) {
    return interval.high() <= low() || interval.low() >= high();
  }

  /** It in words: {@code above 1}, {@code below 2}, {@code above 1 and below 2}. */
  public String text() {
    return Stream.concat(
            above.stream().map(bound -> "above " + Numbers.chosen(bound)),
            below.stream().map(bound -> "below " + Numbers.chosen(bound)))
        .collect(Collectors.joining(" and "));
  }
}
