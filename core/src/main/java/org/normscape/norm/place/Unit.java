package org.normscape.norm.place;

import org.normscape.nn.Identity;
import org.normscape.nn.Layer;

/**
 * A linear layer of a network with what follows it. What is not there is {@link Identity}.
 *
 * @param linear a convolution or a fully connected layer
 * @param normalization what normalizes activations
 * @param activation the activation function
 * @param position on which side of the activation function the normalization stands
 */
public record Unit(Layer linear, Layer normalization, Layer activation, Position position) {

  /** In place of an activation function where there is none. */
  public static final Layer NOT_ACTIVATED = new Identity();

  /** A unit that is not normalized. */
  public static Unit of(Layer linear, Layer activation, Position position) {
    return new Unit(linear, new Identity(), activation, position);
  }

  /** This unit with another linear layer. */
  public Unit withLinear(Layer other) {
    return new Unit(other, normalization, activation, position);
  }

  /** This unit with this normalization of activations. */
  public Unit withNormalization(Layer other) {
    return new Unit(linear, other, activation, position);
  }

  /** This unit with another activation function. */
  public Unit withActivation(Layer other) {
    return new Unit(linear, normalization, other, position);
  }

  /** Whether there is an activation function. */
  public boolean isActivated() {
    return !activation.equals(NOT_ACTIVATED);
  }
}
