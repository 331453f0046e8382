package org.normscape.nn;

import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * What a layer gives.
 *
 * @param output its output
 * @param state its state afterwards, by the paths of {@link Layer#state}
 * @param frozen the values it held constant, by the paths of {@link Layer#frozen}: all of them
 * @param activations the output of each layer inside it, by path; what nobody asks for is not
 *     computed. An identity around a branch has none: its output is that of the layer before
 */
public record Applied(
    Tensor output,
    Parameters<Tensor> state,
    Parameters<Tensor> frozen,
    Parameters<Tensor> activations) {

  /** What a layer without state gives. */
  public static Applied of(Tensor output) {
    return of(output, Parameters.none());
  }

  /** What a layer with state gives. */
  public static Applied of(Tensor output, Parameters<Tensor> state) {
    return new Applied(output, state, Parameters.none(), Parameters.none());
  }

  /** This, with the values that were held constant. */
  public Applied withFrozen(Parameters<Tensor> frozen) {
    return new Applied(output, state, frozen, activations);
  }
}
