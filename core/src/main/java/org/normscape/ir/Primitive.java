package org.normscape.ir;

import java.util.List;
import java.util.Optional;

/**
 * One atomic operation on tensors, with one result.
 *
 * <p>The set is closed: every derivative rule is written with tensors, hence with primitives, so a
 * derivative of a derivative needs no new rule.
 */
public sealed interface Primitive extends Operation
    permits Elementwise, Reduction, Contraction, Layout, Window, Indexing {

  /** The number of inputs. */
  int arity();

  /** The type of the result; the number of inputs is already right. */
  TensorType type(List<TensorType> inputs);

  /**
   * The cotangent of each input, given the cotangent of the output; linear in {@code cotangent}.
   * Empty means that nothing flows to that input, which is not the same as a flow of zeros.
   */
  List<Optional<Tensor>> vjp(Tensor output, List<Tensor> inputs, Tensor cotangent);

  /** Says this operation in the words of an interpreter. */
  <T> T lower(Lowering<T> lowering, List<T> inputs);

  @Override
  default List<TensorType> types(List<TensorType> inputs) {
    ShapeException.unless(
        inputs.size() == arity(),
        this,
        inputs,
        "must have %s inputs".formatted(arity()),
        "pass as many as the operation takes");
    return List.of(type(inputs));
  }
}
