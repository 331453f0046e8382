package org.normscape.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.Var;

/**
 * Equations as programs of one equation each, on one backend. What was rewritten for {@code exact}
 * is compiled as {@code precise}, which leaves a primitive as it is: nothing is rewritten again.
 * Compiled programs are kept for equations that come again.
 */
final class SingleEquations implements AutoCloseable {

  private static final int KEPT = 200;

  private final Backend backend;
  private final Compilation compilation;
  private final LinkedHashMap<Program, Executable> compiled = new LinkedHashMap<>(16, 0.75f, true);

  SingleEquations(Backend backend, Numerics numerics) {
    this.backend = backend;
    this.compilation = Compilation.of(numerics == Numerics.EXACT ? Numerics.PRECISE : numerics);
  }

  /** The result of an equation on these operands. */
  Array run(Equation equation, List<Array> operands) {
    List<Var> distinct = equation.inputs().stream().distinct().toList();
    List<Array> arguments =
        distinct.stream().map(v -> operands.get(equation.inputs().indexOf(v))).toList();
    return compiled(alone(equation, distinct)).run(arguments).get(0);
  }

  private Executable compiled(Program program) {
    Executable known = compiled.get(program);
    if (known != null) {
      return known;
    }
    if (compiled.size() == KEPT) {
      Map.Entry<Program, Executable> oldest = compiled.entrySet().iterator().next();
      oldest.getValue().close();
      compiled.remove(oldest.getKey());
    }
    Executable executable = backend.compile(program, compilation);
    compiled.put(program, executable);
    return executable;
  }

  /** An equation as a program, with names by position: equal for equations that do the same. */
  private static Program alone(Equation equation, List<Var> distinct) {
    List<Var> parameters = new ArrayList<>();
    for (Var input : distinct) {
      parameters.add(new Var(parameters.size(), input.type()));
    }
    List<Var> inputs =
        equation.inputs().stream().map(v -> parameters.get(distinct.indexOf(v))).toList();
    Var output = new Var(parameters.size(), equation.outputs().get(0).type());
    return new Program(
        parameters,
        List.of(new Equation(List.of(output), equation.operation(), inputs)),
        List.of(output));
  }

  @Override
  public void close() {
    compiled.values().forEach(Executable::close);
    compiled.clear();
  }
}
