package org.normscape.norm;

import org.normscape.nn.Bias;
import org.normscape.nn.Layer;
import org.normscape.norm.place.Position;
import org.normscape.norm.place.Unit;

/**
 * One place of a network where it can be normalized.
 *
 * @param normalization with what; {@link None} where it is not
 * @param position on which side of the activation function
 */
public record NormalizationSite(Normalization normalization, Position position) {

  /** A linear layer and its activation function, normalized as is due here. */
  public Unit unit(Layer linear, Layer activation) {
    return normalization.normalize(Unit.of(linear, activation, position));
  }

  /** A linear layer that no activation function follows directly: both positions are the same. */
  public Unit unit(Layer linear) {
    return unit(linear, Unit.NOT_ACTIVATED);
  }

  /** Whether the linear layer needs a bias, if it is followed by an activation function. */
  public Bias bias() {
    return position == Position.BEFORE_ACTIVATION ? biasWithoutActivation() : Bias.WITH;
  }

  /** Whether the linear layer needs a bias, if it is not followed by an activation function. */
  public Bias biasWithoutActivation() {
    return normalization.makesBiasRedundant() ? Bias.WITHOUT : Bias.WITH;
  }
}
