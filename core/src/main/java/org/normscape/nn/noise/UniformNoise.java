package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.component.Components;
import org.normscape.ir.Shape;

/**
 * Independent uniform numbers: the middles of 2²⁴ pieces of equal length, rounded to float32.
 *
 * @param low where the range begins
 * @param high where it ends; at least {@code low}, and what is drawn where both are equal
 */
public record UniformNoise(double low, double high) implements NoiseDistribution {

  private static final int UNUSED_BITS = 40;
  private static final int HALF = 1 << 23;

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
    double length = (high - low) / (2.0 * HALF);
    float middle = (float) ((low + high + length) / 2);
    float unit = (float) length;
    return new WordNoise(naming, (words, numbers) -> convert(words, numbers, middle, unit));
  }

  private static void convert(long[] words, float[] numbers, float middle, float unit) {
    for (int i = 0; i < FloatSource.BLOCK; i++) {
      numbers[i] = middle + (int) (words[i] >> UNUSED_BITS) * unit;
    }
  }
}
