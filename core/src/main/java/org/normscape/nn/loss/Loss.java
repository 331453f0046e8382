package org.normscape.nn.loss;

import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** A number that says how far outputs are from targets. Implementations are records. */
public interface Loss {

  /** The type of the targets for outputs of this shape. */
  TensorType target(Shape output, DType dtype);

  /** The loss: a scalar of the outputs' dtype. */
  Tensor loss(Tensor output, Tensor target);

  /** What else is worth knowing, as scalars of the outputs' dtype, such as {@code accuracy}. */
  Parameters<Tensor> metrics(Tensor output, Tensor target);
}
