package org.normscape.experiments.report.metrics;

import java.util.List;
import org.normscape.probe.Statistic;

/**
 * How a number varies over seeds.
 *
 * @param median its median
 * @param low its smallest value
 * @param high its largest value
 * @param seeds how many values there are
 */
public record Spread(double median, double low, double high, int seeds) {

  /** The spread of one value a seed. */
  public static Spread of(List<Double> values) {
    return new Spread(
        Statistic.MEDIAN.of(values),
        Statistic.MINIMUM.of(values),
        Statistic.MAXIMUM.of(values),
        values.size());
  }

  /** The spread over its seeds of a statistic of a cell's metric. */
  public static Spread of(Metrics metrics, String cell, String metric, Statistic statistic) {
    return of(metrics.of(cell, metric).stream().map(s -> statistic.of(s.values())).toList());
  }
}
