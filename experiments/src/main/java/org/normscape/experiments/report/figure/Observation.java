package org.normscape.experiments.report.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Series;

/**
 * One measured number with everything it may be arranged by.
 *
 * @param cell which network of the experiment
 * @param seed of which seed
 * @param step after how many updates
 * @param quantity the name of what was measured
 * @param part of which part of the network, by path; empty where of all
 * @param at where, on the other axes of the quantity
 * @param value how much
 */
public record Observation(
    String cell,
    long seed,
    int step,
    String quantity,
    String part,
    Map<String, Double> at,
    double value) {

  /** The numbers of a series. */
  static Stream<Observation> of(Series series) {
    return series.samples().stream()
        .map(
            sample ->
                new Observation(
                    series.cell(),
                    series.seed(),
                    sample.step(),
                    series.quantity(),
                    series.part(),
                    series.at(),
                    sample.value()));
  }

  /** The same, arranged by one more number. */
  Observation at(String axis, double place) {
    Map<String, Double> all = new LinkedHashMap<>(at);
    all.put(axis, place);
    return new Observation(cell, seed, step, quantity, part, all, value);
  }
}
