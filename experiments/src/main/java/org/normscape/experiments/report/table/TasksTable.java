package org.normscape.experiments.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.study.SummaryRow;
import org.normscape.experiments.run.RunSummary;
import org.normscape.experiments.run.RunSummary.TaskSummary;

/**
 * One row for each task of a run: its cell and seed, the settings in which cells differ, what has
 * become of it and why, how many updates were made, and each summary. What was not measured is
 * missing.
 */
final class TasksTable {

  private final List<TaskSummary> tasks;
  private final Metrics metrics;

  private TasksTable(RunRecord run) throws IOException {
    this.tasks = RunSummary.of(run.directory()).tasks();
    this.metrics = run.metrics();
  }

  /** That of a run. */
  static DataFrame of(RunRecord run) throws IOException {
    TasksTable table = new TasksTable(run);
    List<String> cells = table.tasks.stream().map(TaskSummary::cell).toList();
    List<Column<?>> columns = new ArrayList<>();
    columns.add(Column.texts("cell", cells));
    columns.add(Column.wholes("seed", table.tasks.stream().map(TaskSummary::seed).toList()));
    columns.addAll(Settings.of(run.config()).columns(cells));
    columns.addAll(table.fates());
    SummaryRow.measured(run.metrics()).forEach(row -> columns.add(table.numbers(row)));
    return new DataFrame(columns);
  }

  private List<Column<?>> fates() {
    return List.of(
        Column.texts("state", tasks.stream().map(task -> task.state().word()).toList()),
        Column.texts(
            "reason",
            tasks.stream().map(task -> Objects.requireNonNullElse(task.reason(), "")).toList()),
        Column.wholes("updates", tasks.stream().map(task -> (long) task.updates()).toList()));
  }

  private Column<Double> numbers(SummaryRow row) {
    return Column.reals(row.name(), tasks.stream().map(task -> number(row, task)).toList());
  }

  private Optional<Double> number(SummaryRow row, TaskSummary task) {
    return metrics
        .of(task.cell(), task.seed(), row.quantity().name())
        .map(Series::values)
        .map(row.summary().statistic()::of);
  }
}
