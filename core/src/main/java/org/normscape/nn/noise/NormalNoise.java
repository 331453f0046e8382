package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.random.NormalQuantile;

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
    float factor = (float) deviation;
    return new WordNoise(naming, (words, numbers) -> convert(words, numbers, factor));
  }

  private static void convert(long[] words, float[] numbers, float factor) {
    for (int i = 0; i < FloatSource.BLOCK; i++) {
      numbers[i] = factor * NormalQuantile.of((int) (words[i] >>> Integer.SIZE));
    }
  }
}
