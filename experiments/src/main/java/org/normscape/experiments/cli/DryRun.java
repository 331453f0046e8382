package org.normscape.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
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
 */
final class DryRun {

  private static final int HASH_DIGITS = 12;

  private final RunOptions.Planned planned;
  private final Reuse reuse;
  private final TaskCosts costs;
  private final PrintWriter terminal;
  private final List<Duration> known = new ArrayList<>();
  private int done;

  /**
   * A run that nobody has listed yet.
   *
   * @param reuse what need not be done again
   * @param costs how long tasks took
   */
  DryRun(RunOptions.Planned planned, Reuse reuse, TaskCosts costs, PrintWriter terminal) {
    this.planned = planned;
    this.reuse = reuse;
    this.costs = costs;
    this.terminal = terminal;
  }

  /** Prints it; starts nothing. */
  void list(Surroundings surroundings) throws IOException {
    ExperimentSpec spec = planned.spec();
    Blueprints.check(spec, planned.datasets());
    try (Backend backend =
        surroundings.backends(Device.parse(spec.device())).open(spec.backend())) {
      Map<Path, Identity> tasks = Identity.of(spec, backend, planned.datasets(), Path.of(""));
      for (Map.Entry<Path, Identity> task : tasks.entrySet()) {
        list(Path.of("tasks").relativize(task.getKey()), task.getValue());
      }
      rules(spec).forEach(terminal::println);
      terminal.println(memory(spec));
      terminal.println(cost(tasks.size() - done));
      long steps = spec.cells().stream().mapToLong(CellSpec::steps).sum();
      terminal.printf(
          "%s tasks, %s done before; %s steps for each seed%n", tasks.size(), done, steps);
    }
  }

  private void list(Path task, Identity identity) throws IOException {
    boolean isDone = reuse.hasEnded(identity);
    Optional<Duration> cost = isDone ? Optional.empty() : costs.of(identity);
    done += isDone ? 1 : 0;
    cost.ifPresent(known::add);
    terminal.printf(
        "%s  %-8s %s%s%n",
        identity.sha256().substring(0, HASH_DIGITS),
        isDone ? "done" : "to do",
        task,
        cost.map(it -> ", about " + Costs.text(it)).orElse(""));
  }

  private static Set<String> rules(ExperimentSpec spec) {
    Set<String> rules = new LinkedHashSet<>();
    for (CellSpec cell : spec.cells()) {
      cell.stopping().words().forEach(rule -> rules.add("early stopping: " + rule));
    }
    spec.successiveHalving().ifPresent(rule -> rules.add("successive halving: " + rule.words()));
    return rules;
  }

  private String memory(ExperimentSpec spec) {
    return "memory: %s; --jobs %s needs as much for each task that goes on"
        .formatted(Blueprints.memory(spec, planned.datasets()), planned.conduct().jobs());
  }

  private String cost(int missing) {
    int unknown = missing - known.size();
    Duration sum = known.stream().reduce(Duration.ZERO, Duration::plus);
    String about =
        "cost: about %s one after the other, as earlier runs on this machine took"
            .formatted(Costs.text(sum));
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
}
