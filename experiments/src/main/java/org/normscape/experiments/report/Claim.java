package org.normscape.experiments.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Statistic;

/**
 * A sentence of a paper as a predicate over metrics: how the summary of a metric in one cell
 * compares with that in another, seed by seed.
 *
 * @param sentence what is claimed, in words
 * @param metric a metric that varies with nothing but the step, such as {@code loss_band_width}
 * @param summary how the metric's values over the steps become one number
 * @param cell the cell that the claim is about
 * @param than the cell it is compared with
 * @param comparison what the effect is, and on which side of the threshold it is claimed to lie
 */
public record Claim(
    String sentence,
    String metric,
    Statistic summary,
    String cell,
    String than,
    Comparison comparison,
    double threshold) {

  /** How two summaries are compared. */
  public enum Comparison {
    RATIO_BELOW,
    RATIO_ABOVE,
    DIFFERENCE_BELOW,
    DIFFERENCE_ABOVE;

    /** The size of the effect: a ratio, or a difference in units of the metric. */
    double effect(double value, double than) {
      return switch (this) {
        case RATIO_BELOW, RATIO_ABOVE -> value / than;
        case DIFFERENCE_BELOW, DIFFERENCE_ABOVE -> value - than;
      };
    }

    /** Whether an effect lies on the claimed side. Nothing does that is not a number. */
    boolean holds(double effect, double threshold) {
      return switch (this) {
        case RATIO_BELOW, DIFFERENCE_BELOW -> effect < threshold;
        case RATIO_ABOVE, DIFFERENCE_ABOVE -> effect > threshold;
      };
    }
  }

  /** Judges the claim by the seeds in which both cells were measured. */
  public Verdict judge(Metrics metrics) {
    return new Verdict(
        this, metrics.seeds(cell).stream().flatMap(seed -> effect(metrics, seed)).toList());
  }

  private Stream<Double> effect(Metrics metrics, long seed) {
    List<Double> values =
        Stream.of(cell, than)
            .map(name -> metrics.of(name, seed, metric))
            .flatMap(Optional::stream)
            .map(series -> summary.of(series.values()))
            .toList();
    return values.size() == 2
        ? Stream.of(comparison.effect(values.get(0), values.get(1)))
        : Stream.empty();
  }
}
