package org.normscape.bench.measure;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * What this machine can do at most, as far as was seen.
 *
 * @param operationsPerSecond the rate of the fastest matrix product
 * @param bytesPerSecond the rate of the fastest copy, bytes read and bytes written
 */
public record Ceiling(double operationsPerSecond, double bytesPerSecond) {

  /** What the fastest samples among these reached. */
  static Ceiling of(Collection<Outcome> outcomes) {
    return new Ceiling(highest(outcomes, Cost::operations), highest(outcomes, Cost::bytes));
  }

  private static double highest(Collection<Outcome> outcomes, ToDoubleFunction<Cost> amount) {
    return outcomes.stream()
        .filter(Outcome::isMeasured)
        .mapToDouble(o -> amount.applyAsDouble(o.asked().work().cost().get()) / o.spread().least())
        .filter(rate -> rate > 0)
        .max()
        .orElse(Double.NaN);
  }
}
