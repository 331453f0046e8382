package org.normscape.experiments.export.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.metrics.RunRecord;

/** Runs on a server that holds itself to MLflow's published interface. */
final class MlflowTest {

  @TempDir private Path folder;

  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RunRecord run(int steps) throws IOException {
    SyntheticRun.write(folder, steps, List.of(1, 2));
    return RunRecord.read(folder);
  }

  private String export(RunRecord run, Map<String, String> environment) {
    return new Mlflow(server.address(), environment).write(run);
  }

  @Test
  void aRunHasARunForEachOfItsTasks() throws IOException {
    RunRecord run = run(30);
    assertThat(export(run, Map.of()))
        .isEqualTo("mlflow   %s, experiment 1, run run0".formatted(server.address()));
    assertThat(server.experiments()).containsExactly(Map.entry("landscape", "1"));
    assertThat(server.runs()).hasSize(5);
    FakeServer.Kept whole = server.run("run0");
    assertThat(whole.info().path("run_name").asText()).isEqualTo(run.name());
    assertThat(server.runs().values())
        .allMatch(kept -> kept.info().path("status").asText().equals("FINISHED"));
    FakeServer.Kept task = server.run("run4");
    assertThat(task.tags())
        .containsEntry("mlflow.parentRunId", "run0")
        .containsEntry("normscape.cell", "batch-norm")
        .containsEntry("normscape.seed", "2");
    assertThat(task.params())
        .containsEntry("probes.landscape.when.every", "10")
        .containsEntry("steps", "800")
        .containsEntry("backend", "tensorflow")
        .containsEntry("seed", "2");
  }

  /** More numbers than one call may carry, all of which arrive, in full precision. */
  @Test
  void metricsComeInPieces() throws IOException {
    RunRecord run = run(1500);
    export(run, Map.of());
    FakeServer.Kept task = server.run("run1");
    List<Double> losses =
        StreamSupport.stream(task.metrics().spliterator(), false)
            .filter(metric -> metric.path("key").asText().equals("train_loss"))
            .map(metric -> metric.path("value").asDouble())
            .toList();
    assertThat(losses).isEqualTo(run.metrics().of("none", 1, "train_loss").orElseThrow().values());
    assertThat(server.calls().stream().filter("runs/log-batch"::equals).count())
        .isGreaterThan(4 * 3);
    int calls = server.calls().size();
    export(run, Map.of());
    assertThat(server.experiments()).hasSize(1);
    assertThat(server.calls().subList(calls, server.calls().size()))
        .doesNotContain("experiments/create");
  }

  @Test
  void whatIsNoNumberIsSaidAsTheInterfaceSaysIt() throws IOException {
    run(3);
    Files.writeString(
        folder.resolve("tasks/none/seed-1/metrics.jsonl"),
        "{\"cell\":\"none\",\"seed\":1,\"step\":4,\"metric\":\"train_loss\",\"value\":\"NaN\"}\n",
        StandardOpenOption.APPEND);
    export(RunRecord.read(folder), Map.of());
    assertThat(server.run("run1").metrics().findValuesAsText("value")).contains("NaN");
  }

  @Test
  void whoAsksIsSaidAsForOtherClients() throws IOException {
    RunRecord run = run(3);
    export(run, Map.of("MLFLOW_TRACKING_TOKEN", "abc"));
    assertThat(server.authorization()).isEqualTo("Bearer abc");
    export(run, Map.of("MLFLOW_TRACKING_USERNAME", "a", "MLFLOW_TRACKING_PASSWORD", "b"));
    assertThat(server.authorization()).isEqualTo("Basic YTpi");
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() throws IOException {
    RunRecord run = run(3);
    server.close();
    URI address = server.address();
    assertThatThrownBy(() -> new Mlflow(address, Map.of()).write(run))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--mlflow: " + address + " must answer, but ")
        .hasMessageEndingWith(
            "The run itself is whole. To fix: see to the server, then write \"normscape report RUN --mlflow %s\"."
                .formatted(address));
  }

  @Test
  void aRefusalIsOneSentenceWithWhatTheServerSaid() throws IOException {
    RunRecord run = run(3);
    URI wrong = server.address().resolve("elsewhere");
    assertThatThrownBy(() -> new Mlflow(wrong, Map.of()).write(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("with status 404");
  }
}
