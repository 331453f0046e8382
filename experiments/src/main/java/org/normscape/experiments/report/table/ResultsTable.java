package org.normscape.experiments.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.claim.effect.Averaging;
import org.normscape.experiments.claim.effect.Interval;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Metrics.Divergence;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.SummaryRow;
import org.normscape.probe.TrainingQuantities;

/**
 * One row for each cell of a run: the settings in which cells differ, how many seeds were measured
 * and how many of them diverged, and for each summary its mean over seeds and the ends of its 95 %
 * interval by Student's t. With one seed there is no interval; where a number is not finite, the
 * mean is {@code NaN} and there is none either.
 */
final class ResultsTable {

  private final Metrics metrics;
  private final List<String> cells;

  private ResultsTable(RunRecord run, Settings settings) {
    this.metrics = run.metrics();
    this.cells = List.copyOf(settings.byCell().keySet());
  }

  /** That of a run. */
  static DataFrame of(RunRecord run) {
    Settings settings = Settings.of(run.config());
    ResultsTable table = new ResultsTable(run, settings);
    List<Column<?>> columns = new ArrayList<>();
    columns.add(Column.texts("cell", table.cells));
    columns.addAll(settings.columns(table.cells));
    columns.addAll(table.counts());
    SummaryRow.measured(run.metrics()).forEach(row -> columns.addAll(table.numbers(row)));
    return new DataFrame(columns);
  }

  private List<Column<?>> counts() {
    List<Divergence> divergences = metrics.divergences();
    return List.of(
        Column.wholes(
            "seeds", cells.stream().map(cell -> (long) metrics.seeds(cell).size()).toList()),
        Column.wholes(
            TrainingQuantities.DIVERGED.name(),
            cells.stream()
                .map(cell -> divergences.stream().filter(d -> d.cell().equals(cell)).count())
                .toList()));
  }

  private List<Column<?>> numbers(SummaryRow row) {
    List<List<Optional<Double>>> ends =
        cells.stream().map(cell -> numbers(row.values(metrics, cell))).toList();
    String name = row.name();
    List<Column<?>> columns = new ArrayList<>();
    List<String> names = List.of(name, name + ":low", name + ":high");
    for (int i = 0; i < names.size(); i++) {
      int end = i;
      columns.add(Column.reals(names.get(i), ends.stream().map(all -> all.get(end)).toList()));
    }
    return columns;
  }

  /** The mean and the ends of its interval, as far as there are any. */
  private static List<Optional<Double>> numbers(List<Double> values) {
    if (values.isEmpty()) {
      return List.of(Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<Interval> interval =
        Optional.of(values)
            .filter(all -> all.stream().allMatch(Averaging.ARITHMETIC::takes))
            .map(Averaging.ARITHMETIC::over);
    Optional<Interval> wide = interval.filter(it -> it.seeds() > 1);
    return List.of(
        interval.map(Interval::mean).or(() -> Optional.of(Double.NaN)),
        wide.map(Interval::low),
        wide.map(Interval::high));
  }
}
