package org.normscape.experiments.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;

/** Sweeps that do only what was not done before. */
final class SweepCommandTest {

  private static final String RATES = "optimizer.learning-rate=[0.01,0.1]";

  @TempDir private Path home;

  private Path experiment = Path.of("");

  @BeforeEach
  void write() throws IOException {
    experiment = home.resolve("small.conf");
    try (var text =
        Objects.requireNonNull(SweepCommandTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
  }

  private CommandLineRun sweep(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sweep", experiment.toString()));
    arguments.addAll(List.of("--out", home.resolve("runs").toString()));
    arguments.addAll(
        List.of(
            "--numerics", "precise", "--set", "steps=4", "--set", "probes.curvature.when.every=2"));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(home, ExperimentRun::run, arguments.toArray(String[]::new));
  }

  private Path newest() throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      return runs.max(
              Comparator.comparing(run -> run.resolve("provenance.json").toFile().lastModified()))
          .orElseThrow();
    }
  }

  @Test
  void aSweepEndsInATable() throws IOException {
    CommandLineRun sweep = sweep("--over", RATES, "--seeds", "1..3", "--tensorboard");
    assertThat(sweep.exitCode()).as(sweep.err()).isZero();
    Path table = newest().resolve("results.csv");
    assertThat(sweep.out()).endsWith("table    " + table + "\n");
    assertThat(newest().resolve("tensorboard/noisy@learning-rate=0.1/seed-3"))
        .isNotEmptyDirectory();
    assertThat(Files.readAllLines(newest().resolve("tasks.csv"))).hasSize(1 + 4 * 3);
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).hasSize(5);
    List<String> head = List.of(lines.get(0).split(","));
    assertThat(head)
        .startsWith("cell", "normalization.kind")
        .contains("optimizer.learning-rate", "seeds", "diverged");
    List<String> row = List.of(lines.get(2).split(",", -1));
    assertThat(row.get(0)).isEqualTo("plain@learning-rate=0.1");
    assertThat(row.get(head.indexOf("optimizer.learning-rate"))).isEqualTo("0.1");
    assertThat(row.get(head.indexOf("seeds"))).isEqualTo("3");
    int loss = head.indexOf("train_loss:last");
    double[] losses =
        RunRecord.read(newest()).metrics().of(row.get(0), "train_loss").stream()
            .mapToDouble(series -> series.values().get(series.values().size() - 1))
            .toArray();
    double mean = (losses[0] + losses[1] + losses[2]) / 3;
    double square = 0;
    for (double it : losses) {
      square += (it - mean) * (it - mean);
    }
    double half = 4.302652729911275 * Math.sqrt(square / 2) / Math.sqrt(3);
    assertThat(Double.parseDouble(row.get(loss))).isCloseTo(mean, within(1e-12));
    assertThat(Double.parseDouble(row.get(loss + 1))).isCloseTo(mean - half, within(1e-6));
    assertThat(Double.parseDouble(row.get(loss + 2))).isCloseTo(mean + half, within(1e-6));
  }

  /** Done once, then with more seeds and more values. */
  @Test
  void onlyWhatIsMissingIsDone() throws IOException {
    assertThat(sweep("--over", RATES, "--seeds", "1").exitCode()).isZero();
    Path first = newest();
    assertThat(sweep("--over", RATES, "--seeds", "1", "--dry-run").out())
        .endsWith("4 tasks, 4 done before; 16 steps for each seed\n");
    String more = RATES.replace("]", ",1]");
    CommandLineRun dry = sweep("--over", more, "--seeds", "1..2", "--dry-run");
    assertThat(dry.out()).endsWith("12 tasks, 4 done before; 24 steps for each seed\n");
    assertThat(dry.out().lines().filter(line -> line.contains(" to do "))).hasSize(8);
    assertThat(dry.out().lines().map(line -> line.substring(0, 12)).distinct()).hasSize(15);
    CommandLineRun again = sweep("--over", more, "--seeds", "1..2");
    assertThat(again.exitCode()).as(again.err()).isZero();
    Path second = newest();
    assertThat(second).isNotEqualTo(first);
    String task = "tasks/noisy@learning-rate=0.1/seed-1";
    assertThat(Files.getLastModifiedTime(second.resolve(task).resolve("task.json")))
        .isGreaterThanOrEqualTo(
            Files.getLastModifiedTime(first.resolve(task).resolve("task.json")));
    assertThat(second.resolve(task).resolve("metrics.jsonl"))
        .hasSameBinaryContentAs(first.resolve(task).resolve("metrics.jsonl"));
    assertThat(RunRecord.read(second).isComplete()).isTrue();
    assertThat(sweep("--over", RATES, "--set", "data.batch=8", "--dry-run").out())
        .contains("8 tasks, 0 done before");
  }

  /** What a task costs is taken from tasks like it, whatever their learning rate and length. */
  @Test
  void aDryRunSaysWhatTheRestCosts() throws IOException {
    String over = "optimizer.learning-rate=[0.02]";
    assertThat(sweep("--over", over, "--seeds", "1", "--dry-run").out())
        .contains("cost: not known, since nothing like it was run on this machine")
        .contains(
            "memory: a training step takes less than 0.01 GiB; --jobs 1 needs as much for each task");
    assertThat(sweep("--over", RATES, "--seeds", "1").exitCode()).isZero();
    for (String cell : List.of("plain", "noisy")) {
      Path task = newest().resolve("tasks/%s@learning-rate=0.1/seed-1/task.json".formatted(cell));
      String text = Files.readString(task);
      assertThat(text).containsPattern("\"seconds\" : [0-9]");
      Files.writeString(task, text.replaceFirst("\"seconds\" : [^,]*", "\"seconds\" : 6.0"));
      Path other = newest().resolve("tasks/%s@learning-rate=0.01/seed-1/task.json".formatted(cell));
      Files.writeString(
          other, Files.readString(other).replaceFirst("\"seconds\" : [^,]*", "\"seconds\" : 6.0"));
    }
    CommandLineRun dry = sweep("--over", over, "--seeds", "1..3", "--set", "steps=8", "--dry-run");
    assertThat(dry.out().lines().filter(line -> line.endsWith("seed-1, about 12 s"))).hasSize(2);
    assertThat(dry.out())
        .contains("cost: about 72 s one after the other, as earlier runs on this machine took\n");
    assertThat(sweep("--over", over, "--set", "model.hidden=[9]", "--dry-run").out())
        .contains("cost: not known");
    assertThat(sweep("--over", RATES, "--seeds", "1", "--dry-run").out())
        .contains("cost: none, all is done");
  }

  @Test
  void aDryRunSaysByWhichRulesTasksEndEarly() {
    CommandLineRun dry =
        sweep(
            "--over",
            RATES,
            "--set",
            "early-stopping={divergence-threshold=1000,patience=2,min-delta=0.5}",
            "--set",
            "successive-halving={rungs=[2],reduction-factor=3,quantity=train_loss,best=smallest}",
            "--dry-run");
    assertThat(dry.out())
        .contains("early stopping: diverged where the training loss is above 1000.0\n")
        .contains(
            "early stopping: stopped where the training loss has not fallen by more than 0.5 in 2 steps\n")
        .contains(
            "successive halving: after [2] updates one of 3 tasks is kept, by the smallest train_loss\n");
  }

  @Test
  void aFunctionThatThereIsNotIsNamed() {
    CommandLineRun sweep = sweep("--over", "optimizer.learning-rate=lgo(1,2,3)", "--dry-run");
    assertThat(sweep.exitCode()).isEqualTo(2);
    assertThat(sweep.err())
        .contains(
            "axes.optimizer.learning-rate",
            "must be a list of values or one of the functions [range, linear, log], but it is lgo(1,2,3). To fix: write \"log\".");
  }

  /** What is wrong with a cluster is said before anything is read or written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--spark host:7077; 2; --spark: must be local[N], spark://HOST:PORT, yarn or k8s://URL, but it is \"host:7077\".",
        "--spark local --jobs 2; 2; --jobs: must not be given with --spark",
        "--spark local --spark-conf cores=2; 2; --spark-conf: must be spark.KEY=VALUE, but it is \"cores=2\".",
        "--spark-conf spark.cores.max=2; 2; --spark-conf: needs --spark, but that is not given.",
        "--spark local; 1; --spark: needs Apache Spark, which does not come with Normscape, but it has not been fetched."
      })
  void whatIsWrongWithAClusterIsSaidInASentence(String options, int exitCode, String sentence) {
    CommandLineRun sweep = sweep(options.split(" ", -1));
    assertThat(sweep.exitCode()).isEqualTo(exitCode);
    assertThat(sweep.err()).startsWith(sentence).contains("To fix: ").doesNotContain("\tat ");
    assertThat(home.resolve("runs")).doesNotExist();
  }
}
