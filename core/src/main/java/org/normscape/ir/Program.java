package org.normscape.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pure function on tensors: equations in an order in which they can run. An ill-formed one cannot
 * be built.
 *
 * @param parameters the names of the arguments
 * @param equations each binds new names, using names bound before
 * @param results the names of the results
 */
public record Program(List<Var> parameters, List<Equation> equations, List<Var> results) {

  public Program {
    parameters = List.copyOf(parameters);
    equations = List.copyOf(equations);
    results = List.copyOf(results);
    Set<Var> bound = new HashSet<>(parameters);
    check(bound.size() == parameters.size(), "a parameter is named twice among", parameters);
    for (Equation e : equations) {
      check(bound.containsAll(e.inputs()), "an input is not bound before", e);
      check(e.operation().types(e.inputTypes()).equals(e.outputTypes()), "wrong type in", e);
      for (Var output : e.outputs()) {
        check(bound.add(output), "a name is bound a second time by", e);
      }
    }
    check(bound.containsAll(results), "a result is not bound among", results);
  }

  /** The types of the arguments. */
  public List<TensorType> parameterTypes() {
    return parameters.stream().map(Var::type).toList();
  }

  /** The types of the results. */
  public List<TensorType> resultTypes() {
    return results.stream().map(Var::type).toList();
  }

  /**
   * Runs the program in any interpretation of the primitives. A value is let go after its last use.
   */
  public <T> List<T> interpret(Lowering<T> lowering, List<T> arguments) {
    check(arguments.size() == parameters.size(), "wrong number of arguments for", parameters);
    Map<Var, T> values = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i), arguments.get(i));
    }
    List<Set<Var>> lastUses = lastUses();
    for (int step = 0; step < equations.size(); step++) {
      Equation e = equations.get(step);
      List<T> outputs = apply(lowering, e, look(values, e.inputs()));
      for (int i = 0; i < outputs.size(); i++) {
        values.put(e.outputs().get(i), outputs.get(i));
      }
      values.keySet().removeAll(lastUses.get(step));
    }
    return look(values, results);
  }

  /** For each equation, its inputs that are not needed after it. */
  private List<Set<Var>> lastUses() {
    List<Set<Var>> lastUses = new ArrayList<>();
    Set<Var> needed = new HashSet<>(results);
    for (int step = equations.size() - 1; step >= 0; step--) {
      Set<Var> inputs = new HashSet<>(equations.get(step).inputs());
      inputs.removeAll(needed);
      needed.addAll(inputs);
      lastUses.add(inputs);
    }
    Collections.reverse(lastUses);
    return lastUses;
  }

  private static <T> List<T> apply(Lowering<T> lowering, Equation e, List<T> inputs) {
    if (e.operation() instanceof Primitive primitive) {
      return List.of(primitive.lower(lowering, inputs));
    }
    Composite composite = (Composite) e.operation();
    return lowering
        .kernel(composite, e.inputTypes())
        .map(kernel -> kernel.apply(inputs))
        .orElseGet(() -> composite.program(e.inputTypes()).interpret(lowering, inputs));
  }

  private static <T> List<T> look(Map<Var, T> values, List<Var> names) {
    return names.stream().map(v -> Objects.requireNonNull(values.get(v))).toList();
  }

  private static void check(boolean holds, String problem, Object where) {
    if (!holds) {
      throw new IllegalArgumentException("Program: " + problem + " " + where + ".");
    }
  }

  @Override
  public String toString() {
    String head =
        parameters.stream().map(Var::declaration).collect(Collectors.joining(" ", "(", ")"));
    String tail = results.stream().map(Var::toString).collect(Collectors.joining(" "));
    return equations.stream()
        .map(e -> "  " + e + "\n")
        .collect(Collectors.joining("", head + " {\n", "} -> " + tail + "\n"));
  }
}
