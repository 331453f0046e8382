package org.normscape.ir;

import java.util.List;

/**
 * A named operation whose meaning is a body of primitives.
 *
 * <p>A lowering may say a composite in one kernel ({@link Lowering#kernel}); otherwise its body
 * runs. Speed comes in here, and meaning does not: the contract tests hold each kernel against the
 * body. Implementations are records, so that equal composites are equal operations, and their
 * components are the attributes a kernel needs.
 */
public non-sealed interface Composite extends Operation {

  /**
   * Writes what this operation means, with tensors; the results in order.
   *
   * @param inputs the arguments of a program of their own, as in {@link #program}: a body may
   *     differentiate, which takes its inputs to be independent of each other
   */
  List<Tensor> body(List<Tensor> inputs);

  /** The body as a program of its own. */
  default Program program(List<TensorType> inputs) {
    return Trace.program(inputs, this::body);
  }

  @Override
  default List<TensorType> types(List<TensorType> inputs) {
    return program(inputs).resultTypes();
  }
}
