package org.normscape.experiments.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Statistic;
import org.normscape.probe.TrainingQuantities;

/**
 * The rule by which a network never left its initial plateau: the median of its training loss over
 * the last tenth of the recorded steps is not below 95 % of the loss at its first step.
 *
 * @param cell the network
 * @param seed its seed
 * @param first the training loss at the first step
 * @param last the median over the last tenth of the steps
 */
public record Plateau(String cell, long seed, double first, double last) {

  /** What must be left of the first loss, at most, for a network to have learned something. */
  public static final double LEFT = 0.95;

  private static final int PART = 10;

  /** The plateau that a network never left; nothing where it learned, or was not trained. */
  static Optional<Plateau> of(Metrics metrics, String cell, long seed) {
    return metrics
        .of(cell, seed, TrainingQuantities.TRAIN_LOSS.name())
        .map(Series::values)
        .filter(losses -> losses.size() > 1)
        .map(losses -> new Plateau(cell, seed, losses.get(0), end(losses)))
        .filter(plateau -> plateau.last >= LEFT * plateau.first);
  }

  private static double end(List<Double> losses) {
    int count = Math.max(1, losses.size() / PART);
    return Statistic.MEDIAN.of(losses.subList(losses.size() - count, losses.size()));
  }

  /** Several of them in a sentence. */
  static String text(List<Plateau> plateaus) {
    return plateaus.stream()
        .map(Plateau::text)
        .collect(
            Collectors.joining(
                ", ",
                "Never left the initial plateau (training loss at first, and over the last tenth of the steps): ",
                ""));
  }

  private String text() {
    return "%s with seed %s (%s, %s)"
        .formatted(cell, seed, Numbers.text(first), Numbers.text(last));
  }
}
