package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.random.NormalNumbers;

/**
 * Independent normal numbers with mean 0.
 *
 * @param deviation their standard deviation; at least 0
 */
public record NormalNoise(double deviation) implements NoiseDistribution {

  public NormalNoise {
    Components.notNegative(NormalNoise.class, "deviation", deviation);
  }

  @Override
  public FloatSource draw(Shape shape, Naming naming) {
    return new WordNoise(naming, new NormalNumbers(deviation)::fill);
  }
}
