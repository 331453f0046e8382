package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.backend.Compilation;
import org.normscape.backend.nd4j.plan.Slot.Source;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * What a program becomes before it has memory.
 *
 * @param steps in the order in which they run
 * @param parameters the slots of the arguments
 * @param results the slots of the results: each in memory of its own, which only a donated argument
 *     may lend
 */
public record Draft(List<Recorded> steps, List<Slot> parameters, List<Slot> results) {

  public Draft {
    steps = List.copyOf(steps);
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /**
   * Writes a program down.
   *
   * @param lowering writes its steps to {@code recorder}
   */
  public static Draft of(
      Program program, Compilation compilation, Recorder recorder, NodeLowering lowering) {
    Program simple = compilation.prepare(program, lowering);
    List<Node> arguments =
        IntStream.range(0, program.parameters().size())
            .mapToObj(i -> parameter(program.parameterTypes().get(i), i))
            .toList();
    List<Node> values = simple.interpret(lowering, arguments);
    List<Slot> results = results(lowering, values, compilation.donated());
    return new Draft(recorder.steps(), arguments.stream().map(Node::slot).toList(), results);
  }

  private static Node parameter(TensorType type, int index) {
    return Node.dense(
        type, new Slot(Node.dtype(type.dtype()), type.shape().size(), new Source.Parameter(index)));
  }

  private static List<Slot> results(
      NodeLowering lowering, List<Node> values, Set<Integer> donated) {
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
