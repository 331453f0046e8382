package org.normscape.norm.activated;

import org.normscape.nn.Layer;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.place.Unit;

/**
 * A normalization that is an activation function as well: in a network it stands in for both, on
 * whichever side it would have stood.
 */
public interface Activated extends ActivationNormalization {

  /** What stands behind a linear layer that no activation function follows. */
  Layer withoutActivation();

  /** This layer, with the activation function of the unit. */
  default Layer with(Layer activation) {
    return this;
  }

  @Override
  default Unit normalize(Unit unit) {
    return unit.isActivated()
        ? unit.withNormalization(with(unit.activation())).withActivation(Unit.NOT_ACTIVATED)
        : unit.withNormalization(withoutActivation());
  }

  @Override
  default boolean makesBiasRedundant() {
    return false;
  }
}
