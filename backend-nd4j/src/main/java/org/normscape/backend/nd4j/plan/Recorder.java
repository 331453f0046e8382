package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.ir.TensorType;

/** Writes down the steps of a plan while a program is lowered. */
public final class Recorder {

  private final List<Recorded> steps = new ArrayList<>();
  private final Map<Known, Slot> constants = new HashMap<>();
  private final Map<Derived, Slot> derived = new HashMap<>();

  private record Known(DataType dtype, int length, double first, double step) {}

  private record Derived(Slot slot, DataType dtype) {}

  /** A slot that steps will write. */
  public Slot computed(DataType dtype, int length) {
    return new Slot(dtype, length, new Slot.Source.Computed());
  }

  /** A dense tensor that steps will write. */
  public Node computed(TensorType type) {
    return Node.dense(type, computed(Node.dtype(type.dtype()), type.shape().size()));
  }

  /** The numbers {@code first, first + step, …}; equal ones share a slot. */
  public Slot constant(DataType dtype, int length, double first, double step) {
    return constants.computeIfAbsent(
        new Known(dtype, length, first, step),
        k -> new Slot(dtype, length, new Slot.Source.Constant(first, step)));
  }

  /** One number. */
  public Slot constant(DataType dtype, double value) {
    return constant(dtype, 1, value, 0);
  }

  /** The form of a slot in another type, made once. */
  public Slot derived(Slot slot, DataType dtype, Supplier<Slot> make) {
    Derived key = new Derived(slot, dtype);
    Slot known = derived.get(key);
    if (known == null) {
      known = make.get();
      derived.put(key, known);
    }
    return known;
  }

  /** Adds a step. */
  public void add(Recorded step) {
    steps.add(step);
  }

  /** The number of steps so far. */
  public int size() {
    return steps.size();
  }

  /** Puts another step in the place of one. */
  public void replace(int position, PlanStep step) {
    steps.set(position, step);
  }

  /** Whether a slot has its contents before the step at {@code position}. */
  public boolean isReadyBefore(int position, Slot slot) {
    return steps.subList(position, steps.size()).stream()
        .noneMatch(step -> step.writes().contains(slot));
  }

  /** What was written down so far. */
  public List<Recorded> steps() {
    return List.copyOf(steps);
  }
}
