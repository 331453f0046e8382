package org.normscape.experiments.run.progress;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Progress of cells whose steps take longer in some than in others: a step is as many units of work
 * as it is longer than the shortest one, so that the time left is not that of the cells so far.
 *
 * @param progress where it is shown
 * @param units how many units a step of each cell is
 */
public record Paced(Progress progress, Map<String, Long> units) implements ForwardingProgress {

  /**
   * Progress of cells of which the cost of a step is known, up to a factor.
   *
   * @param costs by the name of the cell
   */
  public static Paced of(Progress progress, Map<String, Double> costs) {
    double least = costs.values().stream().min(Double::compare).orElse(1.0);
    Map<String, Long> units = new LinkedHashMap<>();
    costs.forEach((cell, cost) -> units.put(cell, Math.round(cost / Math.max(1, least))));
    return new Paced(progress, units);
  }

  public Paced {
    units = Map.copyOf(units);
  }

  @Override
  public long units(String cell, long steps) {
    return progress.units(cell, steps) * units.getOrDefault(cell, 1L);
  }
}
