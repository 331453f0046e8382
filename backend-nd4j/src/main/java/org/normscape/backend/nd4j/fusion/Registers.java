package org.normscape.backend.nd4j.fusion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/** Which values are in which registers, from where they are first needed to where they are last. */
final class Registers {

  private final Map<Object, Integer> lastUses = new HashMap<>();
  private final Map<Object, Integer> places = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private int count;

  /** Registers for the values that these steps read. */
  Registers(List<Pointwise> steps) {
    for (int i = 0; i < steps.size(); i++) {
      for (View input : steps.get(i).inputs()) {
        lastUses.put(value(input), i);
      }
    }
  }

  /** What stands for the contents of a view: the slot itself where it is read as it was written. */
  static Object value(View view) {
    return view.isWhole() ? view.slot() : view.merged();
  }

  /** The number of registers there must be. */
  int count() {
    return count;
  }

  /** Where a value is, if it is in a register. */
  @Nullable Integer find(Object value) {
    return places.get(value);
  }

  /** A register for a value. */
  int take(Object value) {
    int register = free.isEmpty() ? reserve() : free.pop();
    places.put(value, register);
    return register;
  }

  /** A register that is never used for anything else. */
  int reserve() {
    return count++;
  }

  /** A register that keeps one value. */
  int reserve(Object value) {
    int register = reserve();
    places.put(value, register);
    lastUses.put(value, Integer.MAX_VALUE);
    return register;
  }

  /** Lets go of the inputs that no step after the one at {@code position} reads. */
  void releaseInputs(Pointwise step, int position) {
    step.inputs().stream()
        .map(Registers::value)
        .distinct()
        .filter(value -> lastUses.getOrDefault(value, position) <= position)
        .forEach(this::release);
  }

  /** Lets go of a value that no step reads. */
  void releaseUnread(Slot output) {
    if (!lastUses.containsKey(output)) {
      release(output);
    }
  }

  private void release(Object value) {
    Integer register = places.remove(value);
    if (register != null) {
      free.push(register);
    }
  }
}
