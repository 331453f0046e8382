package org.normscape.experiments.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.BackendException;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import org.normscape.probe.TrainingQuantities;

/** A run from the command line to its folder, with a short experiment in place of training. */
final class RunCommandTest {

  private static final Experiment ONE_METRIC =
      (spec, backend, data, log, progress) -> {
        progress.begin(spec.name(), 1);
        log.task("standard", 1).record(0, TrainingQuantities.TRAIN_LOSS, 0.1);
        progress.advance(1, "done");
      };

  @TempDir private Path home;

  private CommandLineRun run(Experiment experiment, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "run",
                    "landscape",
                    "--scale",
                    "smoke",
                    "--backend",
                    "reference",
                    "--out",
                    home.resolve("runs").toString()),
                Stream.of(more))
            .toList();
    return CommandLineRun.of(home, experiment, arguments.toArray(String[]::new));
  }

  private Path folder() throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private JsonNode provenance() throws IOException {
    return new ObjectMapper().readTree(folder().resolve("provenance.json").toFile());
  }

  @Test
  void aRunLeavesItsFolder() throws IOException {
    CommandLineRun run = run(ONE_METRIC, "--set", "steps=7", "--seeds", "3,4");
    assertThat(run.exitCode()).isZero();
    Path folder = folder();
    assertThat(folder.getFileName().toString()).startsWith("2026-11-22-102030-landscape-");
    assertThat(run.out()).isEqualTo("summary of %s\n%s\n".formatted(folder, folder));
    assertThat(run.err())
        .contains(
            "landscape at scale smoke on reference",
            "data: the first 5,000 + 1,000 images of Fashion-MNIST");
    assertThat(folder.resolve("tasks/standard/seed-1/metrics.jsonl"))
        .hasContent(
            "{\"cell\":\"standard\",\"seed\":1,\"step\":0,\"metric\":\"train_loss\",\"value\":0.1}");
    ExperimentSpec spec =
        SpecJson.read(Files.readString(folder.resolve("config.json")), "config.json");
    assertThat(spec.cells()).extracting(CellSpec::steps).containsExactly(7, 7);
    assertThat(spec.seeds()).containsExactly(3L, 4L);
    assertThat(spec.backend()).isEqualTo("reference");
  }

  @Test
  void provenanceSaysWhatWasRunOnWhat() throws IOException {
    run(ONE_METRIC);
    JsonNode provenance = provenance();
    assertThat(provenance.path("status").asText()).isEqualTo("complete");
    assertThat(provenance.path("command").path(0).asText()).isEqualTo("run");
    assertThat(provenance.path("backend").path("name").asText()).isEqualTo("reference");
    JsonNode data = provenance.path("data").path("standard");
    assertThat(data.path("name").asText()).isEqualTo("fashion-mnist-5000");
    assertThat(data.path("trainExamples").asInt()).isEqualTo(1024);
    assertThat(data.path("sha256").path("train-images-idx3-ubyte").asText()).hasSize(64);
    Map<String, JsonNode> hashes = new LinkedHashMap<>();
    for (String cell : List.of("standard", "batch-norm")) {
      hashes.put(cell, provenance.path("data").path(cell).path("sha256"));
    }
    JsonNode config = new ObjectMapper().readTree(folder().resolve("config.json").toFile());
    String hash = RunDirectory.sha256(Map.of("data", hashes, "config", config));
    assertThat(folder().getFileName().toString()).endsWith("-" + hash.substring(0, 8));
  }

  @Test
  void aDryRunListsTasksAndStartsNothing() {
    CommandLineRun run = run(ONE_METRIC, "--seeds", "1,2", "--dry-run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.matches("[0-9a-f]{12}  to do +.*/seed-[12]")))
        .hasSize(4);
    assertThat(run.out())
        .contains("memory: a training step takes", "cost: not known")
        .endsWith("4 tasks, 0 done before; 48 steps for each seed\n");
    assertThat(home.resolve("runs")).doesNotExist();
  }

  @Test
  void quietPrintsTheFolderAndNothingElse() throws IOException {
    CommandLineRun run = run(ONE_METRIC, "--quiet");
    assertThat(run.out()).isEqualTo(folder() + "\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theLastWordIsThatANetworkDiverged() throws IOException {
    Experiment diverging =
        (spec, backend, data, log, progress) -> {
          ONE_METRIC.run(spec, backend, data, log, progress);
          log.task("standard", 1).record(3, TrainingQuantities.DIVERGED, 1);
        };
    for (String[] more : List.of(new String[] {}, new String[] {"--quiet"})) {
      CommandLineRun run = run(diverging, more);
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).endsWith("-landscape-" + hash(run.out()) + "\n");
      assertThat(run.err())
          .endsWith(
              "diverged: standard, seed 1, at step 3. A loss was no longer finite there, or above its threshold.\n");
    }
  }

  private static String hash(String out) {
    return out.strip().replaceAll("(?s).*-landscape-", "");
  }

  @Test
  void theLastSettingWins() throws IOException {
    run(ONE_METRIC, "--set", "steps=7", "--set", "steps=8");
    assertThat(Files.readString(folder().resolve("config.json"))).contains("\"steps\" : 8");
  }

  @Test
  void whatWasMeasuredSurvivesAFailure() throws IOException {
    CommandLineRun run =
        run(
            (spec, backend, data, log, progress) -> {
              ONE_METRIC.run(spec, backend, data, log, progress);
              throw new IllegalStateException("boom");
            });
    assertThat(run.exitCode()).isEqualTo(1);
    Path trace = folder().resolve("error.log");
    assertThat(run.err())
        .endsWith(
            "normscape: failed in a way that was not foreseen (java.lang.IllegalStateException: boom). To fix: please report it with \"%s\", which tells all.\n"
                .formatted(trace))
        .doesNotContain("\tat ");
    assertThat(trace).content().contains("java.lang.IllegalStateException: boom", "\tat ");
    assertThat(folder().resolve("tasks/standard/seed-1/metrics.jsonl"))
        .content()
        .contains("train_loss");
    assertThat(provenance().path("status").asText()).isEqualTo("failed");
  }

  @Test
  void whatTheUserCanMendIsSaidInOneSentence() throws IOException {
    CommandLineRun run =
        run(
            (spec, backend, data, log, progress) -> {
              throw UserError.failure("disk: must have space, but it is full. To fix: free some.");
            });
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).endsWith("disk: must have space, but it is full. To fix: free some.\n");
    assertThat(folder().resolve("error.log")).doesNotExist();
    assertThat(provenance().path("status").asText()).isEqualTo("failed");
  }

  /** A device that runs out of memory says what to do; what led there is kept as well. */
  @Test
  void whatADeviceLacksInTheMiddleIsSaidInOneSentence() throws IOException {
    CommandLineRun run =
        run(
            (spec, backend, data, log, progress) -> {
              throw new BackendException("device: must have memory. To fix: use less.", null);
            });
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .endsWith("device: must have memory. To fix: use less.\n")
        .doesNotContain("not foreseen");
    assertThat(folder().resolve("error.log")).content().contains("BackendException");
  }

  @Test
  void wrongWordsAreRejectedBeforeAnythingIsWritten() {
    fails(
        "backend: must be one of [",
        "but it is \"tensorflo\". To fix: write \"tensorflow\".",
        "--backend",
        "tensorflo");
    fails("device: must be cpu, gpu or gpu:N, but it is \"tpu\".", "", "--device", "tpu");
    fails(
        "device: TF32 is for numerics = fast, which are float32, but they are exact.",
        "To fix: use gpu without +tf32, or numerics = fast.",
        "--device",
        "gpu+tf32",
        "--numerics",
        "exact");
    fails(
        "numerics (--numerics): must be one of [fast, precise, exact], but it is \"quick\".",
        "",
        "--numerics",
        "quick");
    fails(
        "figures.0 (--set figures=[pie]): must be a group of keys in braces, but it is \"pie\".",
        "",
        "--set",
        "figures=[pie]");
    fails("--set: must be key=value in HOCON, but it is \"steps\".", "", "--set", "steps");
    fails("normscape run: --seeds must be a whole number or a range", "", "--seeds", "one");
    fails(
        "--data: must not be given for data that is drawn or comes with Normscape, but it is \"",
        "To fix: leave it out, or name another data set with data.source.",
        "--set",
        "data.source=stripes",
        "--data",
        home.toString());
    assertThat(home.resolve("runs")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ONE_METRIC,
            "run",
            "landscape",
            "--scale",
            "smoke",
            "--backend",
            "reference",
            "--out",
            file.resolve("runs").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("%s: must be writable, but it is not".formatted(file.resolve("runs")));
  }

  @Test
  void everyExperimentDrawsFiguresThatThereAre() {
    for (String name : Catalog.names()) {
      CommandLineRun run =
          CommandLineRun.of(
              home,
              ONE_METRIC,
              "run",
              name,
              "--scale",
              "smoke",
              "--backend",
              "reference",
              "--out",
              home.resolve("all").toString());
      assertThat(run.exitCode()).isZero();
    }
  }

  private void fails(String start, String end, String... options) {
    List<String> arguments =
        Stream.concat(
                Stream.of("run", "landscape", "--out", home.resolve("runs").toString()),
                Stream.of(options))
            .toList();
    CommandLineRun run = CommandLineRun.of(home, ONE_METRIC, arguments.toArray(String[]::new));
    assertThat(run.err()).startsWith(start).contains(end);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** A run is whole before it is brought anywhere. */
  @Test
  void aTrackingServerThatIsNotThereCostsTheRunNothing() throws IOException {
    CommandLineRun run = run(ONE_METRIC, "--tensorboard", "--mlflow", "http://127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith(folder() + "\n");
    assertThat(run.err().lines().reduce("", (before, line) -> line))
        .startsWith("--mlflow: http://127.0.0.1:1 must answer, but ")
        .endsWith("then write \"normscape report RUN --mlflow http://127.0.0.1:1\".");
    assertThat(provenance().path("status").asText()).isEqualTo("complete");
    assertThat(folder().resolve("tensorboard/standard/seed-1")).isNotEmptyDirectory();
  }
}
