package org.normscape.experiments.report.metrics;

import java.util.List;
import java.util.Map;
import org.normscape.probe.Quantities;

/**
 * One metric of one cell and seed over the steps of training.
 *
 * @param cell which network of the experiment
 * @param seed of which seed
 * @param metric the name of a quantity, and behind a slash the part of the network that was
 *     measured, where it was a part
 * @param at what the metric varies with inside a step, such as the step length {@code epsilon};
 *     empty when nothing
 * @param samples in the order of their steps, one a step
 */
public record Series(
    String cell, long seed, String metric, Map<String, Double> at, List<Sample> samples) {

  public Series {
    at = Map.copyOf(at);
    samples = List.copyOf(samples);
  }

  /**
   * The value of the metric at a step. It may be infinite or not a number.
   *
   * @param step after how many updates
   * @param value the number, in the unit of its quantity
   */
  public record Sample(int step, double value) {}

  /** The name of what was measured. */
  public String quantity() {
    return Quantities.name(metric);
  }

  /** The part of the network that was measured; empty where it was all. */
  public String part() {
    return Quantities.part(metric);
  }

  /** The values, in the order of their steps. */
  public List<Double> values() {
    return samples.stream().map(Sample::value).toList();
  }

  /** The same values under another cell's name. */
  public Series inCell(String name) {
    return new Series(name, seed, metric, at, samples);
  }
}
