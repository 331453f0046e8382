package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.TestJvm;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.random.RandomStream;

/**
 * Processes that are killed at random moments. Each carries out several runs side by side, so that
 * one death is that of all of them, each somewhere else. More kills with {@code
 * -Dnormscape.kills=1000}, other moments with {@code -Dnormscape.kill.seed=7}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillTest {

  private static final int RUNS = 7;
  private static final int KILLS = Integer.getInteger("normscape.kills", 52);
  private static final int KINDS = 4;
  private static final long SEED = Long.getLong("normscape.kill.seed", System.nanoTime());

  private static final int POLL_MILLISECONDS = 10;

  private final RandomStream random = RandomStream.of(SEED, "kills");
  private int kills;

  @TempDir private Path home;

  /** Carries out runs, or goes on with them, until it is killed. */
  static final class Victim {
    private Victim() {}

    /** Arguments: the home, the file of the experiment, the folders, backend and numerics. */
    public static void main(String[] arguments) throws InterruptedException {
      Path home = Path.of(arguments[0]);
      List<Thread> threads =
          IntStream.range(0, RUNS)
              .mapToObj(i -> new Thread(() -> carryOut(home, arguments, i)))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private static void carryOut(Path home, String[] arguments, int number) {
      Path out = Path.of(arguments[2]).resolve("run-" + number);
      CommandLineRun run = go(home, Path.of(arguments[1]), out, arguments[3], arguments[4]);
      if (run.exitCode() != 0) {
        System.out.println("failed: " + run.err());
      }
    }
  }

  /** Begins a run in a folder, or goes on with the one that is there. */
  private static CommandLineRun go(
      Path home, Path experiment, Path out, String backend, String numerics) {
    List<String> arguments =
        begun(out)
            .map(run -> List.of("resume", run.toString()))
            .orElse(
                List.of(
                    "run",
                    experiment.toString(),
                    "--backend",
                    backend,
                    "--numerics",
                    numerics,
                    "--seeds",
                    "1",
                    "--set",
                    "steps=24",
                    "--out",
                    out.toString()));
    return CommandLineRun.of(home, ExperimentRun::run, arguments.toArray(String[]::new));
  }

  private static Optional<Path> begun(Path out) {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(out)) {
      return runs.filter(run -> Files.exists(run.resolve("config.json"))).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"tensorflow, exact", "nd4j, exact", "tensorflow, fast", "nd4j, fast"})
  void nothingIsLostButTheStepsSinceTheLastCheckpoint(String backend, String numerics)
      throws Exception {
    System.out.println("normscape.kill.seed=" + SEED);
    Path experiment = home.resolve("small.conf");
    try (var text = Objects.requireNonNull(KillTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
    Path folder = home.resolve(backend + "-" + numerics);
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    CommandLineRun undisturbed = go(home, experiment, whole, backend, numerics);
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    int before = kills;
    while (kills - before < KILLS / KINDS) {
      Path runs = folder.resolve("from-" + kills);
      kill(backend, numerics, experiment, runs, milliseconds);
      kill(backend, numerics, experiment, runs, milliseconds);
      for (int i = 0; i < RUNS; i++) {
        Path out = runs.resolve("run-" + i);
        CommandLineRun ended = go(home, experiment, out, backend, numerics);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("\tat ", "damaged");
        assertSame(out, whole, numerics);
      }
    }
  }

  private void kill(String backend, String numerics, Path experiment, Path runs, long longest)
      throws Exception {
    Path said = home.resolve("said.txt");
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                TestJvm.classPath(),
                Victim.class.getName(),
                home.toString(),
                experiment.toString(),
                runs.toString(),
                backend,
                numerics)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    while (victim.isAlive() && owned(runs, victim) == 0) {
      Thread.sleep(POLL_MILLISECONDS);
    }
    long moment = Math.floorMod(random.nextInt(), (int) longest);
    boolean ended = victim.waitFor(moment, TimeUnit.MILLISECONDS);
    long alive = ended ? 0 : owned(runs, victim);
    victim.destroyForcibly().waitFor();
    kills += (int) alive;
    assertThat(said).content().doesNotContain("failed: ");
  }

  /** How many runs a process writes. */
  private static long owned(Path runs, Process process) throws IOException {
    long count = 0;
    for (int i = 0; i < RUNS; i++) {
      Optional<Path> run = begun(runs.resolve("run-" + i));
      count += run.isPresent() && isOwned(run.get(), process) ? 1 : 0;
    }
    return count;
  }

  private static boolean isOwned(Path run, Process process) throws IOException {
    try {
      return Files.readString(run.resolve("owner.json")).contains("\"pid\" : " + process.pid());
    } catch (NoSuchFileException ended) {
      return false;
    }
  }

  private static void assertSame(Path one, Path other, String numerics) throws IOException {
    RunRecord record = RunRecord.read(begun(one).orElseThrow());
    RunRecord expected = RunRecord.read(begun(other).orElseThrow());
    assertThat(record.isComplete()).isTrue();
    assertThat(record.digest()).as(numerics).isEqualTo(expected.digest());
  }

  @AfterAll
  void enoughWasKilled() {
    System.out.println("killed " + kills + " runs");
    assertThat(kills).isGreaterThanOrEqualTo(KILLS / KINDS * KINDS);
  }
}
