package org.normscape.norm.response;

import org.normscape.norm.place.Unit;

/** Which activation function follows {@link FilterResponseNorm} where a network has one. */
public enum FilterActivation {
  /** The thresholded linear unit, as in the paper: {@link ThresholdedLinear}. */
  THRESHOLDED_LINEAR {
    @Override
    Unit of(Unit unit) {
      return unit.isActivated() ? unit.withActivation(new ThresholdedLinear()) : unit;
    }
  },
  /** That of the network. */
  OF_NETWORK {
    @Override
    Unit of(Unit unit) {
      return unit;
    }
  };

  abstract Unit of(Unit unit);
}
