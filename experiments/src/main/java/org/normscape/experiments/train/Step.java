package org.normscape.experiments.train;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/**
 * What one batch says at one point. The arrays belong to whoever holds this, until {@link
 * Training#advance} uses them up.
 *
 * @param loss what is trained on, weight decay included
 * @param metrics further scalars, such as {@code accuracy}
 * @param gradient the gradient of {@code loss}, by the paths of the parameters
 * @param probedLoss what is probed: {@code loss}, with or without weight decay
 * @param probedGradient the gradient of {@code probedLoss}
 * @param state what normalizations remember afterwards
 */
public record Step(
    double loss,
    Parameters<Double> metrics,
    Parameters<Array> gradient,
    double probedLoss,
    Parameters<Array> probedGradient,
    Parameters<Array> state)
    implements AutoCloseable {

  @Override
  public void close() {
    gradient.values().forEach(Array::close);
    probedGradient.values().forEach(Array::close);
    state.values().forEach(Array::close);
  }
}
