package org.normscape.experiments.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  /** It as a tree of numbers and texts. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("cell", cell);
    tree.put("seed", seed);
    tree.put("step", step);
    tree.put("what", what);
    tree.put("one", one);
    tree.put("other", other);
    ulps.ifPresent(count -> tree.put("ulps", count));
    return tree;
  }

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
