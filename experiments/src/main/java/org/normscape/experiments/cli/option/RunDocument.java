package org.normscape.experiments.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.overview.JudgedRun;
import org.normscape.experiments.report.table.ResultTables;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.RunSummary;

/**
 * What came of a run, as {@code --json} prints it.
 *
 * @param run its folder
 * @param experiment what was carried out
 * @param backend where
 * @param scale how large
 * @param numerics what is promised of its numbers
 * @param state {@code complete}, {@code running}, {@code interrupted} or {@code failed}
 * @param digest the SHA-256 of what was measured; in exact numerics the same on every backend
 * @param tasks its tasks with their states, in the order of its configuration
 * @param diverged where a loss was no longer finite, or above its threshold
 * @param claims its claims with their verdicts, as {@code claims --json} has them
 * @param unjudged why claims have no verdicts, in a sentence; empty where they have
 * @param report the file of its report
 * @param figures the files of its figures, in the order of their names
 * @param tables the files with one row for each cell, and with one for each task
 */
public record RunDocument(
    String run,
    String experiment,
    String backend,
    String scale,
    String numerics,
    String state,
    String digest,
    List<RunSummary.TaskSummary> tasks,
    List<Metrics.Divergence> diverged,
    List<Map<String, Object>> claims,
    String unjudged,
    String report,
    List<String> figures,
    List<String> tables) {

  /** The document about a run whose report is written. */
  public static RunDocument of(Path folder) throws IOException {
    RunRecord record = RunRecord.read(folder);
    RunSummary summary = RunSummary.of(folder);
    RunDirectory directory = new RunDirectory(folder);
    JudgedRun judged =
        JudgedRun.of(record, Binder.of(Thread.currentThread().getContextClassLoader()));
    return new RunDocument(
        folder.toString(),
        summary.experiment(),
        summary.backend(),
        summary.scale(),
        record.setting("numerics").orElse(""),
        summary.state(),
        record.digest(),
        summary.tasks(),
        record.metrics().divergences(),
        judged.tree(),
        judged.unjudged(),
        directory.report().toString(),
        files(directory.figures()),
        ResultTables.files(folder).stream().map(Path::toString).toList());
  }

  /** The files in a folder, in the order of their names; none where there is no folder. */
  public static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Path::toString).toList();
    }
  }
}
