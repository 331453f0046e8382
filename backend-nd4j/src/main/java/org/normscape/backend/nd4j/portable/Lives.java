package org.normscape.backend.nd4j.portable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.Draft;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;

/**
 * Which row each intermediate value of a plan uses: one of its type and length that nobody needs
 * any more, or a new one. ND4J has no arrays that overlap in part on every device.
 */
final class Lives {

  private record Form(DataType dtype, int length) {}

  private Lives() {}

  /**
   * The rows of all slots that steps write, but for those of results.
   *
   * @param make a new row
   */
  static Map<Slot, Row> place(Draft draft, BiFunction<DataType, Integer, Row> make) {
    List<Recorded> steps = draft.steps();
    Map<Slot, Integer> last = lastUses(steps);
    Set<Slot> results = new HashSet<>(draft.results());
    Map<Slot, Row> placed = new HashMap<>();
    Map<Form, Deque<Row>> free = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Slot slot : steps.get(i).writes()) {
        if (!results.contains(slot)) {
          placed.computeIfAbsent(slot, s -> take(s, free, make));
        }
      }
      for (Slot slot : touched(steps.get(i))) {
        Row row = placed.get(slot);
        if (row != null && last.getOrDefault(slot, i) == i) {
          free.computeIfAbsent(form(slot), f -> new ArrayDeque<>()).push(row);
        }
      }
    }
    return placed;
  }

  private static Row take(
      Slot slot, Map<Form, Deque<Row>> free, BiFunction<DataType, Integer, Row> make) {
    Deque<Row> waiting = free.getOrDefault(form(slot), new ArrayDeque<>());
    return waiting.isEmpty() ? make.apply(slot.dtype(), slot.length()) : waiting.pop();
  }

  private static Form form(Slot slot) {
    return new Form(slot.dtype(), slot.length());
  }

  private static Map<Slot, Integer> lastUses(List<Recorded> steps) {
    Map<Slot, Integer> last = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Slot slot : touched(steps.get(i))) {
        last.put(slot, i);
      }
    }
    return last;
  }

  private static Set<Slot> touched(Recorded step) {
    Set<Slot> slots = new HashSet<>(step.reads());
    slots.addAll(step.writes());
    return slots;
  }
}
