package org.normscape.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.normscape.ir.Equation;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.ir.Var;

/** A rule that writes an equation in another way. */
@FunctionalInterface
public interface Rewrite {

  /**
   * What to write in place of an operation; empty leaves it as it is.
   *
   * @param trace the program being written
   * @param operation what the equation applies
   * @param inputs to what, in the program being written
   */
  Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs);

  /**
   * The program with each equation written anew by the first rule that applies. Equal equations are
   * written once and what no result needs is left out, since that is how programs are traced.
   */
  static Program rewrite(Program program, List<? extends Rewrite> rules) {
    return Trace.program(
        program.parameterTypes(), (trace, arguments) -> write(program, rules, trace, arguments));
  }

  /** Writes a program into another one, on values of that one, by these rules; its results. */
  static List<Tensor> write(
      Program program, List<? extends Rewrite> rules, Trace trace, List<Tensor> arguments) {
    Map<Var, Tensor> written = new HashMap<>();
    bind(written, program.parameters(), arguments);
    for (Equation e : program.equations()) {
      List<Tensor> inputs = look(written, e.inputs());
      bind(written, e.outputs(), write(rules, trace, e.operation(), inputs));
    }
    return look(written, program.results());
  }

  private static List<Tensor> write(
      List<? extends Rewrite> rules, Trace trace, Operation operation, List<Tensor> inputs) {
    for (Rewrite rule : rules) {
      Optional<List<Tensor>> instead = rule.apply(trace, operation, inputs);
      if (instead.isPresent()) {
        return instead.get();
      }
    }
    return trace.apply(operation, inputs);
  }

  private static void bind(Map<Var, Tensor> written, List<Var> names, List<Tensor> values) {
    for (int i = 0; i < names.size(); i++) {
      written.put(names.get(i), values.get(i));
    }
  }

  private static List<Tensor> look(Map<Var, Tensor> written, List<Var> names) {
    return names.stream().map(v -> Objects.requireNonNull(written.get(v))).toList();
  }
}
