package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.spec.CellSpec;

/**
 * The tasks that nobody has taken yet. Whoever has compiled a cell gets another seed of it where
 * there is one, else a cell on which nobody works, so that as little as possible is compiled twice.
 * Safe to use from several threads.
 */
final class TaskQueue {

  /**
   * A cell for one seed.
   *
   * @param until after how many updates it waits for the others, or ends
   */
  record Planned(CellSpec cell, long seed, int until) {

    /** All steps of it. */
    Planned(CellSpec cell, long seed) {
      this(cell, seed, cell.steps());
    }

    /** The same no further than to some number of updates. */
    Planned to(int updates) {
      return new Planned(cell, seed, Math.min(updates, cell.steps()));
    }
  }

  private final List<Planned> waiting;
  private final Set<String> begun = new HashSet<>();

  /** A queue in which everything waits. */
  TaskQueue(List<Planned> tasks) {
    this.waiting = new ArrayList<>(tasks);
  }

  /**
   * Takes a task.
   *
   * @param compiled the cell that whoever asks has compiled; null where it has none
   */
  synchronized Optional<Planned> next(@Nullable CellSpec compiled) {
    Optional<Planned> next =
        Stream.of(
                waiting.stream().filter(task -> task.cell().equals(compiled)),
                waiting.stream().filter(task -> !begun.contains(task.cell().name())),
                waiting.stream())
            .flatMap(tasks -> tasks)
            .findFirst();
    next.ifPresent(
        task -> {
          waiting.remove(task);
          begun.add(task.cell().name());
        });
    return next;
  }

  /** Leaves out what nobody has taken. */
  synchronized void clear() {
    waiting.clear();
  }
}
