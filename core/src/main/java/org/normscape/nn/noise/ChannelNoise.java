package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.ir.Shape;

/**
 * Noise around a level of each channel, which is noise as well: an element is the level of its
 * channel, the last axis, plus what is drawn for the element.
 *
 * @param levels the distribution of the levels
 * @param spread the distribution around them
 */
public record ChannelNoise(NoiseDistribution levels, NoiseDistribution spread)
    implements NoiseDistribution {

  @Override
  public FloatSource draw(Shape shape, Naming naming) {
    Shape channels = Shape.of(shape.dim(-1));
    int count = channels.size();
    float[] drawn = levels.draw(channels, naming.part("levels")).toFloats(count);
    float[] repeated = new float[count + FloatSource.BLOCK];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = drawn[i % count];
    }
    float[] level = new float[FloatSource.BLOCK];
    FloatSource around = spread.draw(shape, naming);
    return (block, numbers) -> {
      int first = (int) ((long) block * FloatSource.BLOCK % count);
      System.arraycopy(repeated, first, level, 0, level.length);
      around.fill(block, numbers);
      add(level, numbers);
    };
  }

  private static void add(float[] level, float[] numbers) {
    for (int i = 0; i < FloatSource.BLOCK; i++) {
      numbers[i] += level[i];
    }
  }
}
