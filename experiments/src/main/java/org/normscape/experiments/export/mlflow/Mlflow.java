package org.normscape.experiments.export.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.UserError;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.table.Settings;
import org.normscape.experiments.run.RunSummary;
import org.normscape.experiments.run.Task;

/**
 * Runs on an MLflow tracking server: one for the run, and nested in it one for each task that
 * measured something, with the settings of its cell as parameters and every quantity that varies
 * with nothing but the step as a metric. Metrics have the time at which the run was started: what
 * counts is their step. Exporting once more makes other runs there.
 */
public final class Mlflow implements Export {

  private final URI address;
  private final TrackingServer server;

  /**
   * A server that is not asked anything yet.
   *
   * @param address where it is, such as {@code http://localhost:5000}
   * @param environment the environment variables, which may say who is asking
   */
  public Mlflow(URI address, Map<String, String> environment) {
    this.address = address;
    this.server = new TrackingServer(address, environment);
  }

  @Override
  public String write(RunRecord run) {
    String experiment = experiment(run.setting("name").orElse("normscape"));
    String whole = begin(run, experiment, run.name(), List.of());
    for (RunSummary.TaskSummary task : summary(run).tasks()) {
      List<Series> scalars =
          Export.scalars(run, Task.of(run.directory(), task.cell(), task.seed()));
      if (!scalars.isEmpty()) {
        write(run, experiment, whole, task, scalars);
      }
    }
    end(run, whole, run.isComplete() ? "FINISHED" : "KILLED");
    return "mlflow   %s, experiment %s, run %s".formatted(address, experiment, whole);
  }

  private static RunSummary summary(RunRecord run) {
    try {
      return RunSummary.of(run.directory());
    } catch (IOException e) {
      throw UserError.failure(
          "%s: must be readable, but it is not (%s). To fix: see to the disk."
              .formatted(run.directory(), e),
          e);
    }
  }

  private String experiment(String name) {
    return server
        .find("experiments/get-by-name", "experiment_name", name)
        .map(found -> found.path("experiment"))
        .orElseGet(() -> server.post("experiments/create", Map.of("name", name)))
        .path("experiment_id")
        .asText();
  }

  private void write(
      RunRecord run,
      String experiment,
      String whole,
      RunSummary.TaskSummary task,
      List<Series> scalars) {
    List<Map<String, Object>> tags =
        List.of(
            Batches.entry("mlflow.parentRunId", whole),
            Batches.entry("normscape.cell", task.cell()),
            Batches.entry("normscape.seed", String.valueOf(task.seed())),
            Batches.entry("normscape.state", task.state().word()));
    String id = begin(run, experiment, task.cell() + ", seed " + task.seed(), tags);
    List<Map<String, Object>> pieces = new ArrayList<>(Batches.parameters(parameters(run, task)));
    pieces.addAll(Batches.metrics(scalars, Export.moment(run, "started").toEpochMilli()));
    for (Map<String, Object> piece : pieces) {
      Map<String, Object> call = new LinkedHashMap<>(piece);
      call.put("run_id", id);
      server.post("runs/log-batch", call);
    }
    end(run, id, status(run, task));
  }

  private static Map<String, String> parameters(RunRecord run, RunSummary.TaskSummary task) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String key : List.of("backend", "device", "numerics", "scale")) {
      run.setting(key).ifPresent(value -> parameters.put(key, value));
    }
    parameters.put("seed", String.valueOf(task.seed()));
    parameters.putAll(Settings.of(run.config()).byCell().getOrDefault(task.cell(), Map.of()));
    return parameters;
  }

  /** MLflow's word: a task that diverged or was stopped by a rule has done what it was to do. */
  private static String status(RunRecord run, RunSummary.TaskSummary task) {
    return switch (task.state()) {
      case FAILED -> "FAILED";
      case WAITING, RUNNING, INTERRUPTED -> run.isComplete() ? "FINISHED" : "KILLED";
      default -> "FINISHED";
    };
  }

  /** Begins a run there; its identifier. */
  private String begin(
      RunRecord run, String experiment, String name, List<Map<String, Object>> more) {
    List<Map<String, Object>> tags = new ArrayList<>(more);
    tags.add(Batches.entry("mlflow.source.name", "normscape"));
    tags.add(Batches.entry("mlflow.source.type", "LOCAL"));
    tags.add(Batches.entry("normscape.run", run.name()));
    JsonNode begun =
        server.post(
            "runs/create",
            Map.of(
                "experiment_id", experiment,
                "run_name", name,
                "start_time", Export.moment(run, "started").toEpochMilli(),
                "tags", tags));
    return begun.path("run").path("info").path("run_id").asText();
  }

  private void end(RunRecord run, String id, String status) {
    Instant started = Export.moment(run, "started");
    Instant finished = Export.moment(run, "finished");
    Instant end = finished.isBefore(started) ? started : finished;
    server.post(
        "runs/update", Map.of("run_id", id, "status", status, "end_time", end.toEpochMilli()));
  }
}
