package org.normscape.backend;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * One operation on inputs of these types: what a backend chooses a method for.
 *
 * @param operation what is computed
 * @param inputs the types of its inputs, which give the geometry
 */
public record KernelCall(Operation operation, List<TensorType> inputs) implements Serializable {

  public KernelCall {
    inputs = List.copyOf(inputs);
  }

  /** The call of an operation. */
  public static KernelCall of(Operation operation, TensorType... inputs) {
    return new KernelCall(operation, List.of(inputs));
  }

  /** This call alone, as a program. */
  public Program program() {
    return Trace.program(inputs, (trace, in) -> trace.apply(operation, in));
  }

  /** The operation with its attributes and the types of its inputs: the same for equal calls. */
  @Override
  public String toString() {
    return inputs.stream()
        .map(TensorType::toString)
        .collect(Collectors.joining(", ", operation.text() + " of ", ""));
  }
}
