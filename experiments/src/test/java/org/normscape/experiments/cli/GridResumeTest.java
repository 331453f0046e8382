package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.ForwardingProgress;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.task.ExperimentRun;

/** Runs that are stopped in the middle of a plane. */
final class GridResumeTest {

  private static final int ROWS = 6;
  private static final String TEXT =
      """
      name = plane
      backend = reference
      numerics = exact
      seeds = [1]
      steps = 4
      model { kind = multilayer-perceptron, hidden = [4] }
      data {
        source { kind = gaussian-linear-map, examples = 24, inputs = 5, outputs = 3 }
        batch = 6
      }
      optimizer { kind = adam, learning-rate = 0.01 }
      checkpoint.every-steps = 2
      probes {
        plane { kind = plane, when { kind = at-steps, steps = [3, 4] }, places = 6 }
        trajectory { kind = trajectory-plane, places = 6 }
        barrier { kind = loss-barrier, from { kind = earlier-point, step = 1 } }
      }
      cells = [{ name = plain, normalization = batch-norm }]
      """;

  @TempDir private Path home;

  private Path experiment = Path.of("");

  /** Asks for an end behind a row, and counts rows. */
  private record Counting(Progress progress, Stop stop, List<String> rows, int last)
      implements ForwardingProgress {

    @Override
    public void advance(long units, String detail) {
      progress.advance(units, detail);
      if (detail.contains(": row ")) {
        rows.add(detail);
        if (rows.size() == last) {
          stop.ask();
        }
      }
    }
  }

  private static Experiment stoppedBehind(int row, List<String> rows) {
    return (spec, backend, data, log, progress) ->
        ExperimentRun.run(
            spec, backend, data, log, new Counting(progress, log.conduct().stop(), rows, row));
  }

  @BeforeEach
  void write() throws IOException {
    experiment = Files.writeString(home.resolve("plane.conf"), TEXT);
  }

  private CommandLineRun run(Experiment carriedOut, String folder) {
    return CommandLineRun.of(
        home, carriedOut, "run", experiment.toString(), "--out", home.resolve(folder).toString());
  }

  private CommandLineRun resume(Experiment carriedOut, String folder) throws IOException {
    return CommandLineRun.of(home, carriedOut, "resume", folder(folder).toString());
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private String digest(String name) throws IOException {
    RunRecord run = RunRecord.read(folder(name));
    assertThat(run.isComplete()).isTrue();
    return run.digest();
  }

  @Test
  void itGoesOnWithTheMissingRowsToTheHashesOfOneThatWasNotStopped() throws IOException {
    List<String> whole = new ArrayList<>();
    assertThat(run(stoppedBehind(-1, whole), "whole").exitCode()).isZero();
    assertThat(whole).hasSize(3 * ROWS);

    List<String> rows = new ArrayList<>();
    CommandLineRun stopped = run(stoppedBehind(2, rows), "stopped");
    assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
    Path journal = folder("stopped").resolve("tasks/plain/seed-1/rows.jsonl");
    assertThat(Files.readAllLines(journal)).hasSize(2);
    // In the middle of the second plane, then of the third.
    assertThat(resume(stoppedBehind(8, rows), "stopped").exitCode()).isEqualTo(130);
    assertThat(resume(stoppedBehind(15, rows), "stopped").exitCode()).isEqualTo(130);
    CommandLineRun ended = resume(stoppedBehind(-1, rows), "stopped");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("damaged");

    assertThat(rows).hasSize(3 * ROWS);
    assertThat(digest("stopped")).isEqualTo(digest("whole"));
    assertThat(journal).doesNotExist();
  }
}
