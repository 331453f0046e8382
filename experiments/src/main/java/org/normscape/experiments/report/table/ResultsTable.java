package org.normscape.experiments.report.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.experiments.claim.effect.Averaging;
import org.normscape.experiments.claim.effect.Interval;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.SummaryRow;
import org.normscape.probe.TrainingQuantities;

/**
 * {@code results.csv} of a run: one row for each cell, with the settings in which cells differ, how
 * many seeds were measured and how many of them diverged, and for each summary its mean over seeds
 * and the ends of its 95 % interval by Student's t. With one seed there is no interval; where a
 * number is not finite, the mean is {@code NaN} and there is none either.
 */
public final class ResultsTable {

  /** What the file is called. */
  public static final String NAME = "results.csv";

  private final RunRecord run;
  private final Settings settings;
  private final List<String> varied;
  private final List<SummaryRow> rows;

  private ResultsTable(RunRecord run) {
    this.run = run;
    this.settings = Settings.of(run.config());
    this.varied = settings.varied();
    this.rows = SummaryRow.measured(run.metrics());
  }

  /** Writes it into a run's folder, and gives the file. */
  public static Path write(Path run) throws IOException {
    return Files.writeString(run.resolve(NAME), new ResultsTable(RunRecord.read(run)).text());
  }

  private String text() {
    StringBuilder text = new StringBuilder(Csv.line(head()));
    settings.byCell().keySet().forEach(cell -> text.append(Csv.line(row(cell))));
    return text.toString();
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("cell"));
    head.addAll(varied);
    head.addAll(List.of("seeds", TrainingQuantities.DIVERGED.name()));
    for (SummaryRow row : rows) {
      String name =
          row.quantity().name() + ":" + row.summary().statistic().name().toLowerCase(Locale.ROOT);
      head.addAll(List.of(name, name + ":low", name + ":high"));
    }
    return head;
  }

  private List<String> row(String cell) {
    Metrics metrics = run.metrics();
    List<String> row = new ArrayList<>(List.of(cell));
    varied.forEach(path -> row.add(settings.at(cell, path)));
    row.add(String.valueOf(metrics.seeds(cell).size()));
    row.add(
        String.valueOf(metrics.divergences().stream().filter(d -> d.cell().equals(cell)).count()));
    rows.forEach(summary -> row.addAll(numbers(summary, cell)));
    return row;
  }

  private List<String> numbers(SummaryRow summary, String cell) {
    List<Double> values =
        run.metrics().of(cell, summary.quantity().name()).stream()
            .map(series -> summary.summary().statistic().of(series.values()))
            .toList();
    if (values.isEmpty()) {
      return List.of("", "", "");
    }
    Optional<Interval> interval =
        Optional.of(values)
            .filter(all -> all.stream().allMatch(Averaging.ARITHMETIC::takes))
            .map(Averaging.ARITHMETIC::over);
    String mean = interval.map(it -> String.valueOf(it.mean())).orElse("NaN");
    return interval
        .filter(it -> it.seeds() > 1)
        .map(it -> List.of(mean, String.valueOf(it.low()), String.valueOf(it.high())))
        .orElse(List.of(mean, "", ""));
  }
}
