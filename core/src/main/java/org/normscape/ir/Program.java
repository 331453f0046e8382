package org.normscape.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    Map<Integer, Var> bound = new HashMap<>();
    for (Var parameter : parameters) {
      check(bind(bound, parameter), "a parameter is named twice among", parameters);
    }
    for (Equation e : equations) {
      check(areBound(bound, e.inputs()), "an input is not bound before", e);
      check(e.operation().types(e.inputTypes()).equals(e.outputTypes()), "wrong type in", e);
      for (Var output : e.outputs()) {
        check(bind(bound, output), "a name is bound a second time by", e);
      }
    }
    check(areBound(bound, results), "a result is not bound among", results);
  }

  private static boolean bind(Map<Integer, Var> bound, Var name) {
    return bound.putIfAbsent(name.id(), name) == null;
  }

  private static boolean areBound(Map<Integer, Var> bound, List<Var> names) {
    return names.stream().allMatch(name -> name.equals(bound.get(name.id())));
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
    int[] lastUses = lastUses();
    List<@Nullable T> values = new ArrayList<>(Collections.nCopies(lastUses.length, null));
    put(values, parameters, arguments);
    for (int step = 0; step < equations.size(); step++) {
      Equation e = equations.get(step);
      put(values, e.outputs(), apply(lowering, e, look(values, e.inputs())));
      for (Var input : e.inputs()) {
        if (lastUses[input.id()] == step) {
          values.set(input.id(), null);
        }
      }
    }
    return look(values, results);
  }

  /** For each name, by its number, the last equation that needs it; none for a result. */
  private int[] lastUses() {
    int[] lastUses = new int[1 + largestId()];
    for (int step = 0; step < equations.size(); step++) {
      for (Var input : equations.get(step).inputs()) {
        lastUses[input.id()] = step;
      }
    }
    for (Var result : results) {
      lastUses[result.id()] = equations.size();
    }
    return lastUses;
  }

  private int largestId() {
    int largest = -1;
    for (Var parameter : parameters) {
      largest = Math.max(largest, parameter.id());
    }
    for (Equation e : equations) {
      for (Var output : e.outputs()) {
        largest = Math.max(largest, output.id());
      }
    }
    return largest;
  }

  private static <T> void put(List<@Nullable T> values, List<Var> names, List<T> of) {
    for (int i = 0; i < names.size(); i++) {
      values.set(names.get(i).id(), of.get(i));
    }
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

  private static <T> List<T> look(List<@Nullable T> values, List<Var> names) {
    List<T> found = new ArrayList<>(names.size());
    for (Var name : names) {
      found.add(Objects.requireNonNull(values.get(name.id())));
    }
    return found;
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
