package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.random.RandomWords;

/** Noise of which each number is a function of one random word. Not for several threads at once. */
final class WordNoise implements FloatSource {

  private final RandomWords words;
  private final Conversion conversion;
  private final long[] block = new long[RandomWords.BLOCK];

  WordNoise(Naming naming, Conversion conversion) {
    this.words = naming.words();
    this.conversion = conversion;
  }

  @Override
  public void fill(int number, float[] numbers) {
    words.fill(number, block);
    conversion.convert(block, numbers);
  }

  /** How words become numbers. */
  interface Conversion {

    /** Makes a number of each word. */
    void convert(long[] words, float[] numbers);
  }
}
