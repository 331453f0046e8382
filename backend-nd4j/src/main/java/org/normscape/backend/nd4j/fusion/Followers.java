package org.normscape.backend.nd4j.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;

/**
 * Which steps must run after which: those that touch what it writes, or overwrite what it reads.
 */
final class Followers {

  private final Map<Slot, Integer> writers = new HashMap<>();
  private final Map<Slot, List<Integer>> readers = new HashMap<>();
  private final List<Set<Integer>> followers = new ArrayList<>();

  private Followers(List<Recorded> steps) {
    for (int i = 0; i < steps.size(); i++) {
      followers.add(new HashSet<>());
      note(i, steps.get(i));
    }
  }

  /** For each step, the positions of the later ones that must wait for it directly. */
  static List<Set<Integer>> of(List<Recorded> steps) {
    return new Followers(steps).followers;
  }

  private void note(int step, Recorded what) {
    for (Slot slot : what.reads()) {
      follow(writers.getOrDefault(slot, step), step);
      readers.computeIfAbsent(slot, s -> new ArrayList<>()).add(step);
    }
    for (Slot slot : what.writes()) {
      follow(writers.getOrDefault(slot, step), step);
      readers.getOrDefault(slot, List.of()).forEach(reader -> follow(reader, step));
      readers.remove(slot);
      writers.put(slot, step);
    }
  }

  private void follow(int first, int second) {
    if (first != second) {
      followers.get(first).add(second);
    }
  }
}
