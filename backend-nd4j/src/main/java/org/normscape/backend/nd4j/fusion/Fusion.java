package org.normscape.backend.nd4j.fusion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;

/** Makes the steps of a plan from what was written down: pointwise steps that can, run together. */
public final class Fusion {

  private final List<List<Recorded>> groups;
  private final Set<Slot> results;
  private final Map<Slot, Set<Integer>> readers = new HashMap<>();

  private Fusion(List<Recorded> steps, List<Slot> results) {
    this.groups = Groups.of(steps);
    this.results = new HashSet<>(results);
    for (int i = 0; i < groups.size(); i++) {
      for (Recorded step : groups.get(i)) {
        int group = i;
        step.reads()
            .forEach(slot -> readers.computeIfAbsent(slot, s -> new HashSet<>()).add(group));
      }
    }
  }

  /**
   * The steps that do the same.
   *
   * @param results the slots that are needed in the end
   */
  public static List<PlanStep> apply(List<Recorded> steps, List<Slot> results) {
    return new Fusion(needed(steps, results), results).steps();
  }

  /**
   * The steps without those that write what nobody reads: of a composite, a result not asked for.
   */
  private static List<Recorded> needed(List<Recorded> steps, List<Slot> results) {
    Set<Slot> read = new HashSet<>(results);
    List<Recorded> needed = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Recorded step = steps.get(i);
      if (step.writes().stream().anyMatch(read::contains)) {
        needed.add(step);
        read.addAll(step.reads());
      }
    }
    Collections.reverse(needed);
    return needed;
  }

  private List<PlanStep> steps() {
    List<PlanStep> steps = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      steps.add(step(i, groups.get(i)));
    }
    return steps;
  }

  private PlanStep step(int position, List<Recorded> group) {
    if (group.get(0) instanceof PlanStep step) {
      return step;
    }
    Set<Integer> here = Set.of(position);
    return Assembler.step(
        group.stream().map(Pointwise.class::cast).toList(),
        slot -> results.contains(slot) || !here.containsAll(readers.getOrDefault(slot, here)));
  }
}
