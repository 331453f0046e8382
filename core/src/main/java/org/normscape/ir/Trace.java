package org.normscape.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A program being written. Equal equations are written once. */
public final class Trace {

  private record Application(Operation operation, List<Var> inputs) {}

  private final List<Var> parameters = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<Application, List<Var>> written = new HashMap<>();
  private final Map<Var, Equation> definitions = new HashMap<>();
  private int next;

  private Trace() {}

  /**
   * Writes {@code body} down as a program; equations that no result needs are left out.
   *
   * @throws ShapeException when an operation does not fit its inputs
   */
  public static Program program(
      List<TensorType> parameters, Function<List<Tensor>, List<Tensor>> body) {
    return program(parameters, (trace, arguments) -> body.apply(arguments));
  }

  /**
   * As {@link #program(List, Function)}, for a body that needs the trace though it has no tensor.
   */
  public static Program program(
      List<TensorType> parameters, BiFunction<Trace, List<Tensor>, List<Tensor>> body) {
    Trace trace = new Trace();
    List<Tensor> arguments =
        parameters.stream().map(type -> new Tensor(trace, trace.parameter(type))).toList();
    List<Var> results = body.apply(trace, arguments).stream().map(trace::own).toList();
    return new Program(trace.parameters, trace.live(results), results);
  }

  /** The results of an operation, as new values of this program. */
  public List<Tensor> apply(Operation operation, List<Tensor> inputs) {
    Application application = new Application(operation, inputs.stream().map(this::own).toList());
    List<Var> outputs = written.get(application);
    if (outputs == null) {
      List<TensorType> types = operation.types(application.inputs.stream().map(Var::type).toList());
      outputs = types.stream().map(this::fresh).toList();
      written.put(application, outputs);
      Equation equation = new Equation(outputs, operation, application.inputs);
      equations.add(equation);
      outputs.forEach(v -> definitions.put(v, equation));
    }
    return outputs.stream().map(v -> new Tensor(this, v)).toList();
  }

  /** The result of an operation that has one. */
  Tensor apply(Operation operation, Tensor... inputs) {
    return apply(operation, List.of(inputs)).get(0);
  }

  /** A tensor of one value. */
  public Tensor fill(double value, TensorType type) {
    return apply(new Layout.Fill(value, type));
  }

  /** What has been written so far, dead equations included. */
  public List<Equation> equations() {
    return List.copyOf(equations);
  }

  /** The equation that binds a name; empty for a parameter. */
  Optional<Equation> definition(Var var) {
    return Optional.ofNullable(definitions.get(var));
  }

  /** The value that a name of this program stands for. */
  public Tensor tensor(Var var) {
    return new Tensor(this, var);
  }

  private Var own(Tensor tensor) {
    if (tensor.trace() != this) {
      throw new IllegalArgumentException(
          "Tensor: a value belongs to the program in which it was written, but "
              + tensor
              + " is used in another one. To fix: pass it to that program as an argument.");
    }
    return tensor.var();
  }

  private Var parameter(TensorType type) {
    Var var = fresh(type);
    parameters.add(var);
    return var;
  }

  private Var fresh(TensorType type) {
    return new Var(next++, type);
  }

  private List<Equation> live(List<Var> results) {
    Set<Var> needed = new HashSet<>(results);
    List<Equation> kept = new ArrayList<>();
    for (int i = equations.size() - 1; i >= 0; i--) {
      Equation e = equations.get(i);
      if (e.outputs().stream().anyMatch(needed::contains)) {
        kept.add(e);
        needed.addAll(e.inputs());
      }
    }
    Collections.reverse(kept);
    return kept;
  }
}
