package org.normscape.probe.sharpness;

import org.normscape.ir.Tensor;

/** What a random displacement of a parameter is measured by. */
public enum Perturbation {
  /** Nothing: each parameter moves as far as any other. */
  ABSOLUTE {
    @Override
    Tensor write(Tensor drawn, Tensor parameter) {
      return drawn;
    }
  },
  /**
   * The size of the parameter: adaptive sharpness, which does not change when a weight and what
   * undoes it are rescaled (Kwon et al., ICML 2021).
   */
  RELATIVE {
    @Override
    Tensor write(Tensor drawn, Tensor parameter) {
      return drawn.times(parameter.absolute());
    }
  };

  /** Writes the displacement of one parameter. */
  abstract Tensor write(Tensor drawn, Tensor parameter);
}
