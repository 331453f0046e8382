package org.normscape.norm;

import com.google.auto.service.AutoService;
import org.normscape.norm.place.Unit;

/** No normalization: the network, as it is. */
@AutoService(Normalization.class)
public record None() implements Normalization {

  @Override
  public Unit normalize(Unit unit) {
    return unit;
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }
}
