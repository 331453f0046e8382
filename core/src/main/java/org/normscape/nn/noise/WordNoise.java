package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.random.RandomWords;

/** Noise that is made of random words, block by block. Not for several threads at once. */
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

    /** Makes a block of numbers of a block of words. */
    void convert(long[] words, float[] numbers);
  }
}
