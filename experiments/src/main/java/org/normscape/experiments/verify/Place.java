package org.normscape.experiments.verify;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * The first place where two runs differ.
 *
 * @param cell which network of the experiment
 * @param seed of which seed
 * @param step after how many updates
 * @param what what differs there: a metric, or the parameters
 * @param one what the first run has there
 * @param other what the second run has there
 * @param ulps how many floating-point numbers lie between them, for a metric
 */
public record Place(
    String cell, long seed, int step, String what, String one, String other, OptionalLong ulps) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "cell %s, seed %s, step %s: %s%s",
        cell,
        seed,
        step,
        what,
        ulps.isPresent()
            ? String.format(Locale.ROOT, ", which differs by %,d ulp", ulps.getAsLong())
            : "");
  }
}
