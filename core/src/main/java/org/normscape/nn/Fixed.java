package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/** A layer that neither learns nor remembers: a function of its input alone. */
public interface Fixed extends Stateless {

  /** Writes the function into the program of {@code x}, batch axis first. */
  Tensor apply(Tensor x);

  @Override
  default Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  default Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return apply(x);
  }
}
