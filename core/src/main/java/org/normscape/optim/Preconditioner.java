package org.normscape.optim;

import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * What an update rule divides its steps by, element by element: the diagonal matrix P in {@code w ←
 * w − rate · P⁻¹ m}. Such a rule sees the curvature {@code P^(−½) H P^(−½)}.
 */
@FunctionalInterface
public interface Preconditioner {

  /** Steps are divided by nothing: P is 1. */
  Preconditioner NONE = (parameters, state) -> parameters.map(w -> w.filled(1));

  /**
   * Writes the diagonal of P.
   *
   * @param parameters the point, by path
   * @param state what the rule remembers
   * @return greater than 0, by the paths of the parameters; 1 where nothing is remembered yet
   */
  Parameters<Tensor> diagonal(Parameters<Tensor> parameters, Parameters<Tensor> state);
}
