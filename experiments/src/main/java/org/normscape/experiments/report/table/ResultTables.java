package org.normscape.experiments.report.table;

import java.io.IOException;
import java.nio.file.Path;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * The tables in a run's folder, each as CSV and as Parquet: {@code results} with one row for each
 * cell, and {@code tasks} with one for each task.
 */
public final class ResultTables {

  private static final String RESULTS = "results";
  private static final String TASKS = "tasks";

  private ResultTables() {}

  /** Writes them into a run's folder. */
  public static void write(RunRecord run) throws IOException {
    TasksTable.of(run).write(run.directory(), TASKS);
    ResultsTable.of(run).write(run.directory(), RESULTS);
  }

  /** The file with one row for each cell. */
  public static Path results(Path run) {
    return DataFrame.csv(run, RESULTS);
  }
}
