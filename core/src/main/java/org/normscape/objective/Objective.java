package org.normscape.objective;

import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** A loss as a function of parameters, state and batch. Implementations are records. */
public interface Objective {

  /** The floating-point type in which parameters and losses are carried. */
  DType dtype();

  /** What is learned. */
  Parameters<ParameterSpec> parameters();

  /** What normalizations remember. */
  Parameters<ParameterSpec> state();

  /** The types of the tensors that make up a batch, such as {@code input} and {@code target}. */
  Parameters<TensorType> batch();

  /** Writes the objective into the program of its arguments. */
  Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics);

  /** The types of parameters and state. */
  default Point<TensorType> types() {
    return new Point<>(
        parameters().map(spec -> spec.type(dtype())), state().map(spec -> spec.type(dtype())));
  }
}
