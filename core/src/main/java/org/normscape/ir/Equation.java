package org.normscape.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code outputs = operation inputs}: one line of a {@link Program}.
 *
 * @param outputs the names that it gives to its results
 * @param operation a primitive or a composite
 * @param inputs names that stand above it
 */
public record Equation(List<Var> outputs, Operation operation, List<Var> inputs) {

  public Equation {
    outputs = List.copyOf(outputs);
    inputs = List.copyOf(inputs);
  }

  /** The types of the inputs. */
  public List<TensorType> inputTypes() {
    return inputs.stream().map(Var::type).toList();
  }

  /** The types of the outputs. */
  public List<TensorType> outputTypes() {
    return outputs.stream().map(Var::type).toList();
  }

  @Override
  public String toString() {
    return outputs.stream().map(Var::declaration).collect(Collectors.joining(" "))
        + " = "
        + operation.text()
        + inputs.stream().map(v -> " " + v).collect(Collectors.joining());
  }
}
