package org.normscape.experiments.data;

import static org.normscape.experiments.data.Examples.CHANNELS;
import static org.normscape.experiments.data.Examples.SIDE;

/**
 * Brings each channel to mean 0 and standard deviation 1 over the examples it was made from: {@code
 * (x − mean) / deviation} with the biased deviation. A channel that is constant is only shifted.
 */
public final class Standardization {

  private static final int LEVELS = 256;

  private final double[] mean = new double[CHANNELS];
  private final double[] deviation = new double[CHANNELS];
  private final float[][] table = new float[CHANNELS][LEVELS];

  private Standardization() {}

  /** The standardization of these examples, which are usually those to train on. */
  public static Standardization of(Examples examples) {
    long[][] counts = new long[CHANNELS][LEVELS];
    for (int example = 0; example < examples.size(); example++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          counts[channel][examples.intensity(example, i / SIDE, i % SIDE, channel)]++;
        }
      }
    }
    Standardization result = new Standardization();
    for (int channel = 0; channel < CHANNELS; channel++) {
      result.fit(channel, counts[channel], (long) examples.size() * SIDE * SIDE);
    }
    return result;
  }

  private void fit(int channel, long[] counts, long total) {
    long sum = 0;
    long squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += level * counts[level];
      squares += (long) level * level * counts[level];
    }
    double center = (double) sum / total;
    mean[channel] = center / 255;
    deviation[channel] = StrictMath.sqrt((double) squares / total - center * center) / 255;
    double divisor = deviation[channel] > 0 ? deviation[channel] : 1;
    for (int level = 0; level < LEVELS; level++) {
      table[channel][level] = (float) ((level / 255.0 - mean[channel]) / divisor);
    }
  }

  /** The mean of a channel, on the scale where intensities lie in [0, 1]. */
  public double mean(int channel) {
    return mean[channel];
  }

  /** The standard deviation of a channel, on the scale where intensities lie in [0, 1]. */
  public double deviation(int channel) {
    return deviation[channel];
  }

  /** What an intensity of 0 to 255 becomes. */
  float apply(int channel, int intensity) {
    return table[channel][intensity];
  }
}
