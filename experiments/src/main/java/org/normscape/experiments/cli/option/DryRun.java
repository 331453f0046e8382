package org.normscape.experiments.cli.option;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.results.Costs;
import org.normscape.experiments.run.Identity;
import org.normscape.experiments.run.Reuse;
import org.normscape.experiments.run.TaskCosts;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Blueprints;

/**
 * What a run is going to do: its tasks with their hashes, the rules by which they end early, and
 * what they cost, as far as earlier runs on this machine tell.
 *
 * @param tasks its tasks
 * @param rules the rules by which tasks end early, in words
 * @param notes what has to be known of what is measured, in sentences
 * @param memory what a task needs, in words
 * @param jobs how many tasks are to go on side by side
 * @param steps how many steps all cells have, for each seed
 */
record DryRun(
    List<Task> tasks, Set<String> rules, List<String> notes, String memory, int jobs, long steps) {

  private static final int HASH_DIGITS = 12;
  private static final double MILLIS = 1e3;

  DryRun {
    tasks = List.copyOf(tasks);
    rules = new LinkedHashSet<>(rules);
    notes = List.copyOf(notes);
  }

  /**
   * One of its tasks.
   *
   * @param task its folder in that of the run's tasks
   * @param sha256 what decides its results, as a hash
   * @param done whether an earlier run has done it
   * @param seconds how long one like it took on this machine; null where there was none, or it is
   *     done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Task(String task, String sha256, boolean done, @Nullable Double seconds) {

    private String line() {
      return String.format(
          Locale.ROOT,
          "%s  %-8s %s%s",
          sha256.substring(0, HASH_DIGITS),
          done ? "done" : "to do",
          task,
          seconds == null ? "" : ", about " + text(seconds));
    }
  }

  /**
   * Looks at a run; starts nothing.
   *
   * @param reuse what need not be done again
   * @param costs how long tasks took
   */
  static DryRun of(
      RunOptions.Planned planned, Reuse reuse, TaskCosts costs, Surroundings surroundings)
      throws IOException {
    ExperimentSpec spec = planned.spec();
    Blueprints blueprints = Blueprints.check(spec, planned.datasets());
    List<Task> tasks = new ArrayList<>();
    try (Backend backend =
        surroundings.backends(Device.parse(spec.device())).open(spec.backend())) {
      for (Map.Entry<Path, Identity> task :
          Identity.of(spec, backend, planned.datasets(), Path.of("")).entrySet()) {
        tasks.add(task(Path.of("tasks").relativize(task.getKey()), task.getValue(), reuse, costs));
      }
    }
    return new DryRun(
        tasks,
        rules(spec),
        blueprints.notes(),
        blueprints.memory(),
        planned.conduct().jobs(),
        spec.cells().stream().mapToLong(CellSpec::steps).sum());
  }

  private static Task task(Path folder, Identity identity, Reuse reuse, TaskCosts costs)
      throws IOException {
    boolean isDone = reuse.hasEnded(identity);
    @Nullable Double seconds =
        isDone ? null : costs.of(identity).map(it -> it.toMillis() / MILLIS).orElse(null);
    return new Task(folder.toString(), identity.sha256(), isDone, seconds);
  }

  private static Set<String> rules(ExperimentSpec spec) {
    Set<String> rules = new LinkedHashSet<>();
    for (CellSpec cell : spec.cells()) {
      cell.stopping().words().forEach(rule -> rules.add("early stopping: " + rule));
    }
    spec.successiveHalving().ifPresent(rule -> rules.add("successive halving: " + rule.words()));
    return rules;
  }

  /** It in lines of text. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(tasks.stream().map(Task::line).toList());
    lines.addAll(rules);
    notes.forEach(note -> lines.add("note: " + note));
    lines.add(
        "memory: %s; --jobs %s needs as much for each task that goes on".formatted(memory, jobs));
    lines.add(cost());
    lines.add(
        "%s tasks, %s done before; %s steps for each seed".formatted(tasks.size(), done(), steps));
    return lines;
  }

  /** It for {@code --json}. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("tasks", tasks);
    tree.put("done", done());
    tree.put("rules", rules);
    tree.put("notes", notes);
    tree.put("memory", memory);
    tree.put("jobs", jobs);
    tree.put("stepsForEachSeed", steps);
    tree.put("cost", cost());
    return tree;
  }

  private long done() {
    return tasks.stream().filter(Task::done).count();
  }

  private String cost() {
    List<Double> known = tasks.stream().map(Task::seconds).filter(Objects::nonNull).toList();
    long missing = tasks.size() - done();
    long unknown = missing - known.size();
    String about =
        "cost: about %s one after the other, as earlier runs on this machine took"
            .formatted(text(known.stream().mapToDouble(Double::doubleValue).sum()));
    if (missing == 0) {
      return "cost: none, all is done";
    }
    if (unknown == 0) {
      return about;
    }
    return known.isEmpty()
        ? "cost: not known, since nothing like it was run on this machine; a run says how much time is left once its first task goes on"
        : "%s, and %s tasks more that are like none of these".formatted(about, unknown);
  }

  private static String text(double seconds) {
    return Costs.text(Duration.ofMillis(Math.round(MILLIS * seconds)));
  }
}
