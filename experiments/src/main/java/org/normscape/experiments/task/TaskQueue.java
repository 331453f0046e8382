package org.normscape.experiments.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * The tasks that nobody has taken yet. Whoever has compiled a cell gets another seed of it where
 * there is one, else a cell on which nobody works, so that as little as possible is compiled twice.
 * Safe to use from several threads.
 */
public final class TaskQueue {

  /**
   * A cell for one seed.
   *
   * @param until after how many updates it waits for the others, or ends
   * @param cell the cell
   * @param seed the seed
   */
  public record Planned(CellSpec cell, long seed, int until) {

    /** All steps of it. */
    public Planned(CellSpec cell, long seed) {
      this(cell, seed, cell.steps());
    }

    /** The same no further than to some number of updates. */
    Planned to(int updates) {
      return new Planned(cell, seed, Math.min(updates, cell.steps()));
    }

    /** All tasks of an experiment: for each cell, each seed. */
    public static List<Planned> all(ExperimentSpec spec) {
      return spec.cells().stream()
          .flatMap(cell -> spec.seeds().stream().map(seed -> new Planned(cell, seed)))
          .toList();
    }

    /** How many units of work tasks are, as progress counts them. */
    public static long units(List<Planned> tasks, Progress progress) {
      return tasks.stream()
          .mapToLong(task -> progress.units(task.cell().name(), task.until()))
          .sum();
    }

    /** As it is called where people read. */
    public String title() {
      return "%s, seed %s".formatted(cell.name(), seed);
    }
  }

  private final Map<String, Deque<Planned>> waiting = new LinkedHashMap<>();
  private final Set<String> untouched = new LinkedHashSet<>();
  private int size;

  /** A queue in which everything waits. */
  public TaskQueue(List<Planned> tasks) {
    tasks.forEach(task -> of(task).addLast(task));
    untouched.addAll(waiting.keySet());
    size = tasks.size();
  }

  /** A queue of the tasks that have not ended; of the others, progress is told. */
  public static TaskQueue unfinished(List<Planned> tasks, RunLog log, Progress progress) {
    return new TaskQueue(tasks.stream().filter(task -> !hasEnded(task, log, progress)).toList());
  }

  private static boolean hasEnded(Planned task, RunLog log, Progress progress) {
    boolean ended = log.hasEnded(task.cell().name(), task.seed());
    if (ended) {
      progress.skip(Planned.units(List.of(task), progress), task.title() + ": done before");
    }
    return ended;
  }

  private Deque<Planned> of(Planned task) {
    return waiting.computeIfAbsent(task.cell().name(), cell -> new ArrayDeque<>());
  }

  /**
   * Takes a task.
   *
   * @param compiled the name of the cell that whoever asks has compiled; null where it has none
   */
  public synchronized Optional<Planned> next(@Nullable String compiled) {
    Optional<String> cell =
        Stream.of(
                Optional.ofNullable(compiled).filter(waiting::containsKey),
                untouched.stream().findFirst(),
                waiting.keySet().stream().findFirst())
            .flatMap(Optional::stream)
            .findFirst();
    return cell.map(this::take);
  }

  private Planned take(String cell) {
    Deque<Planned> tasks = waiting.getOrDefault(cell, new ArrayDeque<>());
    Planned task = tasks.removeFirst();
    if (tasks.isEmpty()) {
      waiting.remove(cell);
    }
    untouched.remove(cell);
    size--;
    return task;
  }

  /** Takes back a task that whoever took it could not end. */
  public synchronized void putBack(Planned task) {
    of(task).addFirst(task);
    size++;
  }

  /** How many tasks wait. */
  public synchronized int size() {
    return size;
  }

  /** Leaves out what nobody has taken. */
  public synchronized void clear() {
    waiting.clear();
    untouched.clear();
    size = 0;
  }
}
