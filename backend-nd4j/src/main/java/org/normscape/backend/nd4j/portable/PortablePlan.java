package org.normscape.backend.nd4j.portable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.normscape.backend.BackendException;
import org.normscape.backend.nd4j.lending.BoundPlan;
import org.normscape.backend.nd4j.plan.Draft;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.Slot.Source;

/**
 * Operations on rows. Intermediate values and constants have rows of their own, allocated once;
 * arguments and results have others in each run.
 */
final class PortablePlan implements BoundPlan<Row> {

  private final Rows rows;
  private final Draft draft;
  private final Map<Slot, Row> fixed;
  private final Map<Operand, INDArray> views = new HashMap<>();
  private final List<Bound> calls = new ArrayList<>();

  private record Bound(OperationStep step, Operation.Call call) {}

  /** Binds steps, which are {@link OperationStep}s, to memory. */
  PortablePlan(Rows rows, Draft draft) {
    this.rows = rows;
    this.draft = draft;
    this.fixed = Lives.place(draft, rows::allocate);
    draft.steps().stream().map(OperationStep.class::cast).forEach(this::bind);
  }

  private void bind(OperationStep step) {
    step.reads().stream()
        .filter(slot -> slot.source() instanceof Source.Constant)
        .forEach(slot -> fixed.computeIfAbsent(slot, this::write));
    calls.add(new Bound(step, step.operation().bind()));
  }

  private Row write(Slot slot) {
    Source.Constant constant = (Source.Constant) slot.source();
    double[] values =
        IntStream.range(0, slot.length())
            .mapToDouble(i -> constant.first() + i * constant.step())
            .toArray();
    return rows.lend(slot.bytes(), () -> Numbers.row(slot.dtype(), values));
  }

  @Override
  public List<Row> run(List<Row> arguments) {
    rows.enter();
    Map<Slot, Row> lent = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      lent.put(draft.parameters().get(i), arguments.get(i));
    }
    List<Row> fresh = new ArrayList<>();
    try {
      draft.results().forEach(slot -> lent.computeIfAbsent(slot, s -> lend(s, fresh)));
      calls.forEach(bound -> call(bound, lent));
    } catch (RuntimeException e) {
      fresh.forEach(rows::free);
      throw e;
    }
    return draft.results().stream().map(slot -> Objects.requireNonNull(lent.get(slot))).toList();
  }

  private Row lend(Slot slot, List<Row> fresh) {
    Row row = rows.allocate(slot.dtype(), slot.length());
    fresh.add(row);
    return row;
  }

  private void call(Bound bound, Map<Slot, Row> lent) {
    List<INDArray> inputs = arrays(bound.step().inputs(), lent);
    List<INDArray> outputs = arrays(bound.step().outputs(), lent);
    try {
      bound.call().run(inputs, outputs);
    } catch (RuntimeException e) {
      throw new BackendException(
          "nd4j: a native operation must succeed, but %s failed: %s. To fix: report this with the program."
              .formatted(bound.step().operation(), e.getMessage()),
          e);
    }
  }

  private List<INDArray> arrays(List<Operand> operands, Map<Slot, Row> lent) {
    return operands.stream().map(operand -> array(operand, lent)).toList();
  }

  private INDArray array(Operand operand, Map<Slot, Row> lent) {
    Row row = lent.get(operand.slot());
    return row == null
        ? views.computeIfAbsent(
            operand, o -> Objects.requireNonNull(fixed.get(o.slot())).under(o.dims()))
        : row.under(operand.dims());
  }

  @Override
  public void close() {
    Set<Row> all = new HashSet<>(fixed.values());
    all.forEach(rows::free);
  }
}
