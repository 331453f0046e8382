package org.normscape.train;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/** Noise that is drawn while the step before is taken; a device holds that of two steps. */
final class NoiseAhead implements StepNoise {

  private final Ahead<Parameters<Array>> ahead;

  /** The same noise, earlier. */
  NoiseAhead(StepNoise noise) {
    this.ahead = new Ahead<>("noise", noise::at, arrays -> arrays.values().forEach(Array::close));
  }

  @Override
  public Parameters<Array> at(int step) {
    return ahead.at(step);
  }

  @Override
  public void close() {
    ahead.close();
  }
}
