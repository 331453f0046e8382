package org.normscape.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.RunFiles;

/**
 * How long tasks took in earlier runs on this machine. A step of a task costs what a step of
 * another one costs when network, data, probes, tests, numerics and backend are the same, whatever
 * the seed, the learning rate and the number of steps.
 */
public final class TaskCosts {

  private static final List<String> OF_A_CELL =
      List.of("model", "normalization", "placement", "data", "probes", "evaluation");
  private static final List<String> OF_A_MACHINE = List.of("cpu", "cores");
  private static final double MILLISECONDS = 1000;

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

  private void addRun(Path run) throws IOException {
    JsonNode there = RunFiles.provenance(run).path("environment");
    Map<String, String> here = Environment.describe();
    boolean isHere =
        OF_A_MACHINE.stream()
            .allMatch(key -> there.path(key).asText().equals(here.getOrDefault(key, "")));
    if (isHere) {
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
    List<JsonNode> kind = new ArrayList<>();
    OF_A_CELL.forEach(key -> kind.add(tree.path("cell").path(key)));
    kind.add(tree.path("numerics"));
    kind.add(tree.path("backend"));
    return kind;
  }

  /** About how long a task takes, as the latest like it; nothing where there was none. */
  public Optional<Duration> of(Identity identity) {
    int steps = Math.max(1, identity.tree().path("cell").path("steps").asInt());
    return Optional.ofNullable(byKind.get(kind(identity)))
        .map(seconds -> seconds.get(seconds.size() - 1) * steps)
        .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLISECONDS)));
  }
}
