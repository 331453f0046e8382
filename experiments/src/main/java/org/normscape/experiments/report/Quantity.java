package org.normscape.experiments.report;

import java.util.List;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Spread;
import org.normscape.experiments.report.metrics.Statistic;

/** A number that sums up a cell, with the words for it. */
record Quantity(String label, String metric, Statistic statistic) {

  private static final List<Quantity> ALL =
      List.of(
          new Quantity("training loss, last", "train_loss", Statistic.LAST),
          new Quantity("training accuracy, last", "train_accuracy", Statistic.LAST),
          new Quantity("test loss, last", "test_loss", Statistic.LAST),
          new Quantity("test accuracy, last", "test_accuracy", Statistic.LAST),
          new Quantity("width of the loss band, median", "loss_band_width", Statistic.MEDIAN),
          new Quantity(
              "gradient difference, smallest", "gradient_difference_low", Statistic.MINIMUM),
          new Quantity(
              "gradient difference, largest", "gradient_difference_high", Statistic.MAXIMUM),
          new Quantity("effective β, largest", "effective_beta_max", Statistic.MAXIMUM));

  /** The quantities that some cell was measured for. */
  static List<Quantity> measured(Metrics metrics) {
    return ALL.stream()
        .filter(q -> metrics.cells().stream().anyMatch(cell -> q.of(metrics, cell).seeds() > 0))
        .toList();
  }

  /** Its spread over the seeds of a cell. */
  Spread of(Metrics metrics, String cell) {
    return Spread.of(metrics, cell, metric, statistic);
  }
}
