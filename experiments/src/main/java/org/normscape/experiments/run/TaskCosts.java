package org.normscape.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.backend.Device;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;

/**
 * How long tasks took in earlier runs on this machine. A step of a task costs what a step of
 * another one costs when network, data, probes, tests, numerics, backend and device are the same,
 * whatever the seed, the learning rate and the number of steps.
 */
public final class TaskCosts {

  private static final List<String> OF_A_CELL =
      List.of("model", "normalization", "placement", "data", "probes", "evaluation");
  private static final List<String> OF_A_MACHINE = List.of("cpu", "cores");
  private static final double MILLISECONDS = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The seconds that a step took, in the order of the runs. */
  private final Map<List<JsonNode>, List<Double>> byKind = new HashMap<>();

  private TaskCosts() {}

  /** What the runs in a folder tell; nothing where there is no such folder. */
  public static TaskCosts below(Path parent) throws IOException {
    TaskCosts costs = new TaskCosts();
    if (Files.isDirectory(parent)) {
      try (Stream<Path> runs = Files.list(parent)) {
        for (Path run : runs.filter(RunFiles::isRun).sorted().toList()) {
          costs.addRun(run);
        }
      }
    }
    return costs;
  }

  /** Whether a run was made on a machine like this one. */
  public static boolean isOfThisMachine(JsonNode provenance) {
    JsonNode there = provenance.path("environment");
    Map<String, String> here = Environment.describe();
    return OF_A_MACHINE.stream()
        .allMatch(key -> there.path(key).asText().equals(here.getOrDefault(key, "")));
  }

  private void addRun(Path run) throws IOException {
    if (isOfThisMachine(RunFiles.provenance(run))) {
      for (Task task : Task.of(run, RunFiles.config(run))) {
        add(task.folder());
      }
    }
  }

  private void add(Path task) throws IOException {
    TaskStatus status = TaskStatus.read(task);
    Optional<Identity> identity = Identity.read(task);
    if (identity.isPresent() && status.seconds() != null && status.updates() != null) {
      byKind
          .computeIfAbsent(kind(identity.get()), kind -> new ArrayList<>())
          .add(status.seconds() / Math.max(1, status.updates()));
    }
  }

  private static List<JsonNode> kind(Identity identity) {
    JsonNode tree = identity.tree();
    JsonNode backend = tree.path("backend");
    return kind(
        tree.path("cell"), tree.path("numerics"), backend.path("name"), backend.path("device"));
  }

  private static List<JsonNode> kind(ExperimentSpec spec, CellSpec cell) {
    return kind(
        json(SpecJson.tree(cell)),
        json(spec.numerics().name().toLowerCase(Locale.ROOT)),
        json(spec.backend()),
        json(Device.parse(spec.device()).toString()));
  }

  private static List<JsonNode> kind(
      JsonNode cell, JsonNode numerics, JsonNode backend, JsonNode device) {
    List<JsonNode> kind = new ArrayList<>(List.of(numerics, backend, device));
    OF_A_CELL.forEach(key -> kind.add(cell.path(key)));
    return kind;
  }

  private static JsonNode json(Object tree) {
    try {
      return JSON.readTree(Json.line(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was written can be read.", e);
    }
  }

  /** About how long a task takes, as the latest like it; nothing where there was none. */
  public Optional<Duration> of(Identity identity) {
    return of(kind(identity), identity.tree().path("cell").path("steps").asInt());
  }

  /** About how long a cell takes for one seed. */
  private Optional<Duration> of(ExperimentSpec spec, CellSpec cell) {
    return of(kind(spec, cell), cell.steps());
  }

  /**
   * About how long all tasks of an experiment take, one after the other; nothing where one of them
   * is like none that was done.
   */
  public Optional<Duration> of(ExperimentSpec spec) {
    Duration sum = Duration.ZERO;
    for (CellSpec cell : spec.cells()) {
      Optional<Duration> one = of(spec, cell);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get().multipliedBy(spec.seeds().size()));
    }
    return Optional.of(sum);
  }

  private Optional<Duration> of(List<JsonNode> kind, int steps) {
    return Optional.ofNullable(byKind.get(kind))
        .map(seconds -> seconds.get(seconds.size() - 1) * Math.max(1, steps))
        .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLISECONDS)));
  }
}
