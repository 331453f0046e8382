package org.normscape.probe.theory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link DistanceFromStart} measured at one point.
 *
 * @param weights each weight compared with where it was, by path
 */
public record DistancesFromStart(Parameters<Compared> weights) implements Measurement {

  /** {@code ‖W₀ − kW‖} for the nearest multiple of W: of what lies across W. */
  static double scaled(Compared weight) {
    double along = weight.norm() - weight.cosine() * weight.otherNorm();
    return Math.sqrt(Math.max(0, weight.difference() * weight.difference() - along * along));
  }

  /** The share of the squared distance that a multiple of W saves; 0 where there is none. */
  static double saved(Compared weight) {
    double scaled = scaled(weight);
    return weight.difference() == 0
        ? 0
        : 1 - scaled * scaled / (weight.difference() * weight.difference());
  }

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(StartQuantities.DISTANCE, Compared::difference),
            each(StartQuantities.SCALED, DistancesFromStart::scaled),
            each(StartQuantities.SAVED, DistancesFromStart::saved),
            each(StartQuantities.COSINE, Compared::cosine))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Compared> value) {
    return weights.byPath().entrySet().stream()
        .map(at -> Reading.of(quantity, at.getKey(), value.applyAsDouble(at.getValue())));
  }
}
