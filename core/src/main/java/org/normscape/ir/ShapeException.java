package org.normscape.ir;

import java.io.Serial;
import java.util.List;

/**
 * Says that the inputs of an operation do not fit it. Thrown while a program is written, never
 * while it runs.
 */
public final class ShapeException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  ShapeException(Operation operation, List<TensorType> inputs, String rule, String remedy) {
    super(
        "%s: %s, but the inputs are %s. To fix: %s."
            .formatted(operation.text(), rule, inputs, remedy));
  }

  /** Throws unless {@code holds}: what the type rule of an operation is written with. */
  public static void unless(
      boolean holds, Operation operation, List<TensorType> inputs, String rule, String remedy) {
    if (!holds) {
      throw new ShapeException(operation, inputs, rule, remedy);
    }
  }
}
