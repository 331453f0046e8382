package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.probe.TrainingQuantities;
import picocli.CommandLine;

/** What commands print with {@code --json}: one document, and nothing for people. */
final class JsonDocumentsTest {

  /** They print texts and scripts, or only have commands of their own. */
  private static final Set<String> WITHOUT_RESULTS = Set.of("help", "completion", "worker", "data");

  private static final JsonMapper ONE_DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir private Path home;

  private Path experiment = Path.of("");

  @BeforeEach
  void write() throws IOException {
    experiment = home.resolve("small.conf");
    try (var text =
        Objects.requireNonNull(JsonDocumentsTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
  }

  private CommandLineRun command(Experiment carriedOut, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return CommandLineRun.of(home, carriedOut, all.toArray(String[]::new));
  }

  private JsonNode document(String... arguments) throws IOException {
    CommandLineRun run = command(ExperimentRun::run, arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return ONE_DOCUMENT.readTree(run.out());
  }

  private String place(String name) {
    return home.resolve(name).toString();
  }

  private Path only(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void everyCommandThatPrintsResultsHasTheOption() {
    List<String> without =
        Stream.of(CommandLineRun.program(), CommandLineRun.program().getSubcommands().get("data"))
            .flatMap(line -> line.getSubcommands().values().stream())
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.optionsMap().containsKey("--json"))
            .map(CommandLine.Model.CommandSpec::name)
            .toList();
    assertThat(without).hasSameElementsAs(WITHOUT_RESULTS);
  }

  @Test
  void aRunIsGivenWithItsDigestAndItsTasks() throws IOException {
    CommandLineRun run =
        command(
            ExperimentRun::run,
            "run",
            experiment.toString(),
            "--numerics",
            "exact",
            "--out",
            place("runs"));
    Path folder = only("runs");
    JsonNode document = ONE_DOCUMENT.readTree(run.out());
    assertThat(run.err()).contains("summary of " + folder, "small at scale");
    assertThat(document.path("run").asText()).isEqualTo(folder.toString());
    assertThat(document.path("state").asText()).isEqualTo("complete");
    assertThat(document.path("numerics").asText()).isEqualTo("exact");
    assertThat(document.path("digest").asText()).isEqualTo(RunRecord.read(folder).digest());
    assertThat(document.path("tasks")).hasSize(4);
    assertThat(document.path("tasks").findValuesAsText("state")).containsOnly("done");
    assertThat(document.path("tables"))
        .hasSize(4)
        .allSatisfy(table -> assertThat(Path.of(table.asText())).isRegularFile());
  }

  @Test
  void aRunThatGoesOnIsGivenAsARunIs() throws IOException {
    CommandLineRun stopped =
        command(Stopping.after(5), "run", experiment.toString(), "--out", place("stopped"));
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.out()).isEmpty();
    assertThat(document("runs", place("stopped")).path(0).path("state").asText())
        .isEqualTo("interrupted");
    JsonNode document = document("resume", only("stopped").toString());
    assertThat(document.path("state").asText()).isEqualTo("complete");
    assertThat(document.path("digest").asText()).hasSize(64);
  }

  @Test
  void aSweepIsForetold() throws IOException {
    JsonNode sweep =
        document(
            "sweep",
            experiment.toString(),
            "--over",
            "optimizer.learning-rate=[0.01,0.1]",
            "--out",
            place("runs"),
            "--dry-run");
    assertThat(sweep.path("tasks")).hasSize(8);
    assertThat(sweep.path("tasks").findValuesAsText("sha256")).doesNotHaveDuplicates();
    assertThat(sweep.path("done").asInt()).isZero();
    assertThat(sweep.path("cost").asText()).startsWith("cost: not known");
  }

  @Test
  void reportsAreGivenWithVerdicts() throws IOException {
    Path one = SyntheticRun.write(home.resolve("runs/one"), 40, List.of(1, 2));
    Path other = SyntheticRun.write(home.resolve("runs/other"), 40, List.of(1, 2));
    JsonNode alone = document("report", one.toString());
    assertThat(alone.path("claims").findValuesAsText("outcome"))
        .containsExactly("reproduced", "not reproduced");
    assertThat(alone.path("report").asText()).isEqualTo(one.resolve("report.html").toString());
    JsonNode both = document("report", one.toString(), other.toString(), "--out", place("both"));
    assertThat(both.path("runs"))
        .extracting(JsonNode::asText)
        .containsExactly(one.toString(), other.toString());
    assertThat(both.path("report").asText()).startsWith(place("both")).endsWith("report.html");
  }

  /** One experiment has results, and the other fails. */
  @Test
  void resultsAreGivenWithWhatFailed() throws IOException {
    String[] reproduce = {
      "reproduce",
      "--scale",
      "tiny",
      "--backend",
      "reference",
      "--only",
      "landscape,deep-linear",
      "--runs",
      place("runs"),
      "--out",
      place("results")
    };
    JsonNode planned =
        document(
            Stream.concat(Stream.of(reproduce), Stream.of("--dry-run")).toArray(String[]::new));
    assertThat(planned.path("seconds").asInt()).isEqualTo(20);
    assertThat(planned.path("planned").findValuesAsText("experiment"))
        .containsExactly("deep-linear", "landscape");
    CommandLineRun run =
        command(
            (spec, backend, data, log, progress) -> {
              if (spec.name().equals("landscape")) {
                throw new IllegalStateException("boom");
              }
              log.task(spec.cells().get(0).name(), 1).record(0, TrainingQuantities.TRAIN_LOSS, 1);
            },
            reproduce);
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode results = ONE_DOCUMENT.readTree(run.out()).path("results");
    assertThat(results.findValuesAsText("state")).containsExactly("complete", "failed");
    assertThat(results.path(0).path("digest").asText()).hasSize(64);
    assertThat(results.path(1).path("problem").asText()).contains("boom");
  }

  @Test
  void aFileThatWasWrittenIsNamed() throws IOException {
    String file = place("mine.conf");
    assertThat(document("init", file).path("file").asText()).isEqualTo(file);
  }
}
