package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.random.UniformNumbers;

/**
 * Independent uniform numbers: the middles of 2²³ pieces of equal length, rounded to float32.
 *
 * @param low where the range begins
 * @param high where it ends; at least {@code low}, and what is drawn where both are equal
 */
public record UniformNoise(double low, double high) implements NoiseDistribution {

  public UniformNoise {
    Components.require(
        low <= high && high - low < Double.POSITIVE_INFINITY,
        UniformNoise.class,
        "high",
        "must be a finite number that is at least low, %s".formatted(low),
        high);
  }

  @Override
  public FloatSource draw(Shape shape, Naming naming) {
    return new WordNoise(naming, new UniformNumbers(low, high)::fill);
  }
}
