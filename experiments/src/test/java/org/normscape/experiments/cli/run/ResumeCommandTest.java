package org.normscape.experiments.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.cli.Stopping;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.task.ExperimentRun;

/** Runs that were stopped, and go on to the results that they would have had. */
final class ResumeCommandTest {

  /** The tasks of the experiment have 12 steps each, and there are four of them. */
  private static final int STEPS = 48;

  @TempDir private Path home;

  private Path experiment = Path.of("");

  @BeforeEach
  void write() throws IOException {
    experiment = home.resolve("small.conf");
    try (var text =
        Objects.requireNonNull(ResumeCommandTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
  }

  private CommandLineRun run(Experiment carriedOut, String folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", experiment.toString(), "--out", home.resolve(folder).toString()));
    arguments.addAll(more.length == 0 ? List.of("--numerics", "precise") : List.of(more));
    return CommandLineRun.of(home, carriedOut, arguments.toArray(String[]::new));
  }

  private CommandLineRun resume(Experiment carriedOut, Path run, String... more) {
    List<String> arguments = new ArrayList<>(List.of("resume", run.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(home, carriedOut, arguments.toArray(String[]::new));
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private String digest(String name) throws IOException {
    RunRecord run = RunRecord.read(folder(name));
    assertThat(run.isComplete()).isTrue();
    assertThat(run.provenance().path("digest").asText()).isEqualTo(run.digest());
    return run.digest();
  }

  /** Stopped again and again, at whatever step. */
  @ParameterizedTest
  @ValueSource(strings = {"precise", "exact"})
  void aRunThatGoesOnHasTheHashesOfOneThatWasNotStopped(String numerics) throws IOException {
    assertThat(run(ExperimentRun::run, "whole", "--numerics", numerics).exitCode()).isZero();
    CommandLineRun stopped = run(Stopping.after(5), "stopped", "--numerics", numerics);
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.err())
        .endsWith(
            "interrupted; what was measured is kept. To go on: normscape resume %s\n"
                .formatted(folder("stopped")));
    for (int step = 6; step < STEPS; step += 11) {
      assertThat(resume(Stopping.after(step), folder("stopped")).exitCode()).isEqualTo(130);
    }
    CommandLineRun ended = resume(ExperimentRun::run, folder("stopped"));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("goes on after step").doesNotContain("damaged");
    assertThat(digest("stopped")).isEqualTo(digest("whole"));
    try (Stream<Path> files = Files.walk(folder("stopped"))) {
      assertThat(files.map(Path::toString))
          .noneMatch(file -> file.contains("checkpoints") || file.endsWith(".new"));
    }
  }

  @Test
  void tasksSideBySideHaveTheSameResults() throws IOException {
    assertThat(run(ExperimentRun::run, "whole").exitCode()).isZero();
    CommandLineRun run = run(ExperimentRun::run, "jobs", "--numerics", "precise", "--jobs", "3");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(digest("jobs")).isEqualTo(digest("whole"));
    assertThat(run(Stopping.after(9), "stopped", "--numerics", "precise", "--jobs", "3").exitCode())
        .isEqualTo(130);
    assertThat(resume(ExperimentRun::run, folder("stopped"), "--jobs", "2").exitCode()).isZero();
    assertThat(digest("stopped")).isEqualTo(digest("whole"));
    assertThat(run(ExperimentRun::run, "none", "--jobs", "0").err())
        .startsWith("--jobs: must be at least 1, but it is 0.");
  }

  /** What is done is not done again; what was damaged is. */
  @Test
  void aTaskWhoseRecordsWereCutIsDoneAgain() throws IOException {
    run(ExperimentRun::run, "whole");
    String digest = digest("whole");
    Path run = folder("whole");
    assertThat(resume(ExperimentRun::run, run).err()).doesNotContain("seed 1: loss");
    Path metrics = run.resolve("tasks/plain/seed-2/metrics.jsonl");
    String text = Files.readString(metrics);
    for (String damaged :
        List.of("", text.substring(0, text.length() / 2), text.replaceFirst("0", "1"))) {
      Files.writeString(metrics, damaged);
      CommandLineRun report =
          CommandLineRun.of(home, ExperimentRun::run, "compare", run + "", run + "");
      assertThat(report.exitCode()).isEqualTo(1);
      assertThat(report.err()).contains("what a task recorded must be as it was when it ended");
      CommandLineRun again = resume(ExperimentRun::run, run);
      assertThat(again.exitCode()).isZero();
      assertThat(digest("whole")).isEqualTo(digest);
    }
  }

  /** A checkpoint that is damaged costs the steps since the one before. */
  @Test
  void aDamagedCheckpointIsNamed() throws IOException {
    run(ExperimentRun::run, "whole");
    run(Stopping.after(9), "stopped");
    Path newest = folder("stopped").resolve("tasks/plain/seed-1/checkpoints/00000009.safetensors");
    Files.writeString(newest, "x", StandardOpenOption.APPEND);
    CommandLineRun ended = resume(ExperimentRun::run, folder("stopped"));
    assertThat(ended.err())
        .contains("00000009.json is damaged (the checksum of its arrays is another)")
        .contains("plain, seed 1 goes on after step 8");
    assertThat(digest("stopped")).isEqualTo(digest("whole"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"learning-rate\" : 0.01; \"learning-rate\" : 0.02; cell.optimizer.learning-rate (0.01, 0.02)",
        "\"numerics\" : \"precise\"; \"numerics\" : \"fast\"; numerics (\"precise\", \"fast\")",
        "\"examples\" : 24; \"examples\" : 30; cell.data.source.examples (24, 30)"
      })
  void aRunThatWouldBeAnotherIsRefusedKeyByKey(String before, String after, String sentence)
      throws IOException {
    run(Stopping.after(5), "stopped");
    Path config = folder("stopped").resolve("config.json");
    String text = Files.readString(config);
    String changed = text.replaceAll(before, after);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(config, changed);
    CommandLineRun refused = resume(ExperimentRun::run, folder("stopped"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("a run goes on only as what it was, but these have changed since: ", sentence)
        .endsWith("To fix: undo that, or start a new run.\n");
  }

  /** What lies outside the cells decides which tasks there are, and what is said of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"seeds\" : \\[[^\\]]*\\]; \"seeds\" : [ 1 ]; seeds",
        "\"title\" : \"\"; \"title\" : \"another\"; title",
        "\"every-steps\" : 2; \"every-steps\" : 3; checkpoint"
      })
  void whatWasEditedOutsideTheCellsIsNamed(String before, String after, String key)
      throws IOException {
    run(Stopping.after(5), "stopped");
    Path config = folder("stopped").resolve("config.json");
    String text = Files.readString(config);
    String changed = text.replaceFirst(before, after);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(config, changed);
    CommandLineRun refused = resume(ExperimentRun::run, folder("stopped"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("these keys of its config.json have changed since: %s. To fix: ".formatted(key));
    Files.writeString(config, text);
    assertThat(resume(Stopping.after(7), folder("stopped")).exitCode()).isEqualTo(130);
    assertThat(resume(ExperimentRun::run, folder("stopped")).exitCode()).isZero();
  }

  @Test
  void whatIsNoRunIsRefused() {
    assertThat(resume(ExperimentRun::run, home).err())
        .startsWith("run: must be a directory with a config.json in it");
  }

  /** One task fails; the others are done, and the run goes on with it later. */
  @Test
  void aTaskThatFailsLeavesTheOthersAlone() throws IOException {
    Files.createDirectories(home.resolve("failed"));
    run(Stopping.after(1), "failed");
    Path blocked = folder("failed").resolve("tasks/noisy/seed-1/checkpoints");
    Files.writeString(blocked, "not a folder");
    CommandLineRun failed = resume(ExperimentRun::run, folder("failed"));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("run: every task must end, but 1 of 4 failed: noisy, seed 1. The first says: ");
    CommandLineRun runs =
        CommandLineRun.of(home, ExperimentRun::run, "runs", "--tasks", home.resolve("failed") + "");
    assertThat(runs.out())
        .contains("failed", "plain, seed 2: done, 12 of 12 steps", "noisy, seed 1: failed")
        .contains("must be writable, but it is not");
    Files.delete(blocked);
    assertThat(resume(ExperimentRun::run, folder("failed")).exitCode()).isZero();
    run(ExperimentRun::run, "whole");
    assertThat(digest("failed")).isEqualTo(digest("whole"));
  }

  @Test
  void runsAreListed() throws IOException {
    run(Stopping.after(18), "runs");
    CommandLineRun listed =
        CommandLineRun.of(home, ExperimentRun::run, "runs", "--tasks", home.resolve("runs") + "");
    assertThat(listed.out().replaceAll(" +", " "))
        .contains("small reference full interrupted 37.5 %")
        .contains(
            "plain, seed 1: done, 12 of 12 steps\n noisy, seed 1: waiting, 0 of 12 steps\n plain, seed 2: interrupted, 6 of 12 steps\n");
    CommandLineRun json =
        CommandLineRun.of(home, ExperimentRun::run, "runs", "--json", home.resolve("runs") + "");
    assertThat(json.out()).contains("\"state\" : \"interrupted\"", "\"updates\" : 6");
    assertThat(CommandLineRun.of(home, ExperimentRun::run, "runs", experiment + "").err())
        .startsWith("runs: must be given a folder with runs in it");
  }

  /** What was torn while it was written is dropped, by readers and by whoever goes on. */
  @Test
  void aTornLineIsDroppedAndWrittenAgain() throws IOException {
    run(ExperimentRun::run, "whole", "--numerics", "exact");
    run(Stopping.after(5), "stopped", "--numerics", "exact");
    for (String file : List.of("metrics.jsonl", "fingerprints.jsonl")) {
      Files.write(
          folder("stopped").resolve("tasks/plain/seed-1").resolve(file),
          "{\"cell\":\"plain\",\"seed\":1,\"st".getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.APPEND);
    }
    RunRecord torn = RunRecord.read(folder("stopped"));
    assertThat(torn.digest()).isNotEmpty();
    assertThat(resume(ExperimentRun::run, folder("stopped")).exitCode()).isZero();
    assertThat(digest("stopped")).isEqualTo(digest("whole"));
  }
}
