package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.result.WrittenReports;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;

/**
 * Disks on which nothing more can be written, or nothing at all. They are mounted in memory, for
 * which the tests need the rights of root; where they have not, these are left out, and say so.
 */
final class FullDiskTest {

  private static final int SMALLEST_KIBIBYTES = 16;
  private static final int STEP_KIBIBYTES = 28;
  private static final int LARGEST_KIBIBYTES = 2000;

  @TempDir private Path home;

  private Path experiment = Path.of("");
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    experiment = home.resolve("small.conf");
    try (var text =
        Objects.requireNonNull(FullDiskTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
    disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()),
        "a small disk is mounted, which needs Linux and the rights of root");
  }

  @AfterEach
  void unmount() throws Exception {
    assertThat(!isMounted() || succeeds("umount", disk.toString())).isTrue();
  }

  private boolean isMounted() throws IOException {
    Path mounts = Path.of("/proc/mounts");
    return Files.exists(mounts) && Files.readString(mounts).contains(disk.toString());
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private void becomes(String option) throws InterruptedException {
    assertThat(succeeds("mount", "-o", "remount," + option, disk.toString())).isTrue();
  }

  private CommandLineRun run(Path out) {
    List<String> arguments = new ArrayList<>(List.of("run", experiment.toString()));
    arguments.addAll(List.of("--numerics", "precise", "--out", out.toString()));
    return CommandLineRun.of(home, ExperimentRun::run, arguments.toArray(String[]::new));
  }

  private CommandLineRun resume(Path run) {
    return CommandLineRun.of(home, ExperimentRun::run, "resume", run.toString());
  }

  private static Optional<Path> folder(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(out)) {
      return runs.filter(run -> Files.exists(run.resolve("config.json"))).findFirst();
    }
  }

  private static void assertOneSentence(CommandLineRun failed) {
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .doesNotContain("\tat ", "not foreseen", "Exception")
        .endsWith("or name another folder with --out.\n");
    assertThat(failed.err().lines().reduce("", (before, line) -> line))
        .contains("must be writable, but it is not (");
  }

  /** The disk is full at one moment of the run after another. */
  @Test
  void aDiskThatIsFullCostsNothingButTheStepsSinceTheLastCheckpoint() throws Exception {
    assertThat(run(home.resolve("whole")).exitCode()).isZero();
    String digest = RunRecord.read(folder(home.resolve("whole")).orElseThrow()).digest();
    int failures = 0;
    int resumed = 0;
    boolean fits = false;
    for (int size = SMALLEST_KIBIBYTES; !fits; size += STEP_KIBIBYTES) {
      assertThat(size).isLessThan(LARGEST_KIBIBYTES);
      becomes("size=" + size + "k");
      Path out = disk.resolve("runs");
      CommandLineRun run = run(out);
      fits = run.exitCode() == 0;
      if (!fits) {
        failures++;
        assertOneSentence(run);
      }
      becomes("size=16m");
      if (folder(out).isPresent()) {
        resumed++;
        CommandLineRun ended = resume(folder(out).orElseThrow());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(RunRecord.read(folder(out).orElseThrow()).digest()).isEqualTo(digest);
      }
      assertThat(succeeds("rm", "-rf", out.toString())).isTrue();
    }
    assertThat(failures).isGreaterThan(3);
    assertThat(resumed).isGreaterThan(3);
  }

  @Test
  void aDiskThatCannotBeWrittenIsOneSentence() throws Exception {
    Path out = disk.resolve("runs");
    CommandLineRun stopped =
        CommandLineRun.of(
            home,
            Stopping.after(9),
            "run",
            experiment.toString(),
            "--numerics",
            "precise",
            "--out",
            out.toString());
    assertThat(stopped.exitCode()).isEqualTo(130);
    Path run = folder(out).orElseThrow();
    becomes("ro");
    assertOneSentence(run(out));
    assertOneSentence(resume(run));
    assertThatThrownBy(() -> new WrittenReports().write(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be writable, but it is not (");
    CommandLineRun runs = CommandLineRun.of(home, ExperimentRun::run, "runs", out.toString());
    assertThat(runs.out()).contains("interrupted");
    becomes("rw");
    assertThat(resume(run).exitCode()).isZero();
    assertThat(run(home.resolve("whole")).exitCode()).isZero();
    assertThat(RunRecord.read(run).digest())
        .isEqualTo(RunRecord.read(folder(home.resolve("whole")).orElseThrow()).digest());
  }
}
