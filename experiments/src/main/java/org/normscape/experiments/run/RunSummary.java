package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.run.lock.Owner;
import org.normscape.experiments.run.record.UpdatesMade;

/**
 * A run in short, without its numbers.
 *
 * @param folder the name of its folder
 * @param experiment what was carried out
 * @param backend where
 * @param scale how large
 * @param state {@code running}, {@code complete}, {@code interrupted}, {@code failed}; {@code
 *     damaged} where its configuration cannot be read
 * @param progress the share of its steps that is done, in [0, 1]
 * @param bytes what its folder holds
 * @param started when it was last started
 * @param tasks its tasks, in the order of its configuration
 */
public record RunSummary(
    String folder,
    String experiment,
    String backend,
    String scale,
    String state,
    double progress,
    long bytes,
    String started,
    List<TaskSummary> tasks) {

  private static final String UNKNOWN = "unknown";

  public RunSummary {
    tasks = List.copyOf(tasks);
  }

  /**
   * A task in short.
   *
   * @param cell its network
   * @param seed its seed
   * @param state what has become of it
   * @param updates how many updates were made
   * @param steps how many steps it has
   * @param reason why it failed, or ended before its last step, in a sentence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TaskSummary(
      String cell, long seed, TaskState state, int updates, int steps, @Nullable String reason) {}

  /** The run in a folder. */
  public static RunSummary of(Path run) throws IOException {
    JsonNode provenance = RunFiles.provenance(run);
    try {
      JsonNode config = RunFiles.config(run);
      boolean isOwned = Owner.of(run).filter(Owner::mayBeAlive).isPresent();
      List<TaskSummary> tasks = tasks(run, config, isOwned);
      return new RunSummary(
          name(run),
          config.path("name").asText(UNKNOWN),
          config.path("backend").asText(UNKNOWN),
          config.path("scale").asText(UNKNOWN),
          state(provenance, isOwned),
          progress(tasks),
          bytes(run),
          provenance.path("started").asText(UNKNOWN),
          tasks);
    } catch (UserError damaged) {
      return new RunSummary(
          name(run), UNKNOWN, UNKNOWN, UNKNOWN, "damaged", 0, bytes(run), UNKNOWN, List.of());
    }
  }

  private static String name(Path run) {
    return String.valueOf(run.toAbsolutePath().normalize().getFileName());
  }

  /** A run that says that it goes on, and that nobody writes, was killed. */
  private static String state(JsonNode provenance, boolean isOwned) {
    String said = provenance.path("status").asText(Status.INTERRUPTED.word());
    return said.equals(Status.RUNNING.word()) && !isOwned ? Status.INTERRUPTED.word() : said;
  }

  private static List<TaskSummary> tasks(Path run, JsonNode config, boolean isOwned)
      throws IOException {
    List<TaskSummary> tasks = new ArrayList<>();
    for (Task task : Task.of(run, config)) {
      TaskStatus status = TaskStatus.read(task.folder());
      TaskState state =
          status.state() == TaskState.RUNNING && !isOwned ? TaskState.INTERRUPTED : status.state();
      int steps = steps(config, task.cell());
      int updates = Math.min(steps, updates(task, status));
      tasks.add(new TaskSummary(task.cell(), task.seed(), state, updates, steps, status.reason()));
    }
    return tasks;
  }

  private static int updates(Task task, TaskStatus status) throws IOException {
    return status.updates() == null
        ? UpdatesMade.updates(task.metrics())
        : status.updates().intValue();
  }

  private static int steps(JsonNode config, String cell) {
    for (JsonNode one : config.path("cells")) {
      if (one.path("name").asText().equals(cell)) {
        return one.path("steps").asInt();
      }
    }
    return 0;
  }

  private static double progress(List<TaskSummary> tasks) {
    double steps = tasks.stream().mapToInt(TaskSummary::steps).sum();
    double updates = tasks.stream().mapToInt(TaskSummary::updates).sum();
    boolean ended = tasks.stream().allMatch(task -> task.state().isSettled());
    return ended ? 1 : updates / Math.max(1, steps);
  }

  private static long bytes(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += size(file).orElse(0L);
      }
      return bytes;
    }
  }

  /** The size of a file; none where it was taken away meanwhile. */
  private static Optional<Long> size(Path file) throws IOException {
    try {
      return Optional.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
