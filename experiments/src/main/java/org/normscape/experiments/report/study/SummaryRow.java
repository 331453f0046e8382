package org.normscape.experiments.report.study;

import java.util.List;
import java.util.Locale;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Spread;
import org.normscape.probe.Quantity;
import org.normscape.probe.Summary;

/**
 * A row of the table that sums up cells, as a quantity declares it.
 *
 * @param quantity what was measured
 * @param summary how it becomes one number
 */
public record SummaryRow(Quantity quantity, Summary summary) {

  /** The rows for which some cell was measured, in the order of the declarations. */
  public static List<SummaryRow> measured(Metrics metrics) {
    return metrics.quantities().all().stream()
        .flatMap(q -> q.summaries().stream().map(summary -> new SummaryRow(q, summary)))
        .filter(row -> metrics.cells().stream().anyMatch(c -> row.of(metrics, c).seeds() > 0))
        .toList();
  }

  /** What it is called. */
  public String label() {
    return summary.label();
  }

  /** The name of its column in a table for other programs, such as {@code train_loss:last}. */
  public String name() {
    return quantity.name() + ":" + summary.statistic().name().toLowerCase(Locale.ROOT);
  }

  /** The number of each seed of a cell in which it was measured. */
  public List<Double> values(Metrics metrics, String cell) {
    return metrics.of(cell, quantity.name()).stream()
        .map(series -> summary.statistic().of(series.values()))
        .toList();
  }

  /** Its spread over the seeds of a cell. */
  public Spread of(Metrics metrics, String cell) {
    return Spread.of(values(metrics, cell));
  }
}
