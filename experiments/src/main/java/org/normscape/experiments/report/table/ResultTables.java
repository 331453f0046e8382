package org.normscape.experiments.report.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  /** All their files in a run's folder. */
  public static List<Path> files(Path run) {
    return Stream.of(RESULTS, TASKS)
        .flatMap(name -> Stream.of(DataFrame.csv(run, name), DataFrame.parquet(run, name)))
        .toList();
  }

  /** The file with one row for each cell. */
  public static Path results(Path run) {
    return DataFrame.csv(run, RESULTS);
  }
}
