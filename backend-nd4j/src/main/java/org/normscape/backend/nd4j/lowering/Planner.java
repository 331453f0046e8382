package org.normscape.backend.nd4j.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.backend.Compilation;
import org.normscape.backend.nd4j.fusion.Fusion;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.backend.nd4j.plan.Natives;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Plan;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.Slot.Source;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/** Makes plans from programs. */
public final class Planner {

  private Planner() {}

  /** The plan of a program. */
  public static Plan plan(
      Program program, Compilation compilation, Natives natives, Memory memory) {
    Recorder recorder = new Recorder();
    Nd4jLowering lowering = new Nd4jLowering(recorder, compilation.methods());
    Program simple = compilation.prepare(program, lowering);
    List<Node> arguments =
        IntStream.range(0, program.parameters().size())
            .mapToObj(i -> parameter(program.parameterTypes().get(i), i))
            .toList();
    List<Node> values = simple.interpret(lowering, arguments);
    List<Slot> results = results(lowering, values, compilation.donated());
    List<Slot> parameters = arguments.stream().map(Node::slot).toList();
    List<PlanStep> steps = Fusion.apply(recorder.steps(), results);
    return new Plan(natives, memory, steps, parameters, results, compilation.donated());
  }

  private static Node parameter(TensorType type, int index) {
    return Node.dense(
        type,
        new Slot(Natives.dtype(type.dtype()), type.shape().size(), new Source.Parameter(index)));
  }

  /**
   * The slots of the results: each in memory of its own, which only a donated argument may lend.
   */
  private static List<Slot> results(
      Nd4jLowering lowering, List<Node> values, Set<Integer> donated) {
    Set<Slot> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Slot> results = new ArrayList<>();
    for (Node value : values) {
      Node dense = lowering.result(value);
      boolean own = mayLeave(dense.slot(), donated) && seen.add(dense.slot());
      results.add(own ? dense.slot() : lowering.copy(dense).slot());
    }
    return results;
  }

  private static boolean mayLeave(Slot slot, Set<Integer> donated) {
    return slot.source() instanceof Source.Computed
        || (slot.source() instanceof Source.Parameter p && donated.contains(p.index()));
  }
}
