package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.random.RandomWords;

/** Noise of which each number is a function of one random word. Not for several threads at once. */
abstract class WordNoise implements FloatSource {

  private final RandomWords words;
  private final long[] block = new long[RandomWords.BLOCK];

  WordNoise(Naming naming) {
    this.words = naming.words();
  }

  /** Makes a number of each word. */
  abstract void convert(long[] words, float[] numbers);

  @Override
  public final void fill(int number, float[] numbers) {
    words.fill(number, block);
    convert(block, numbers);
  }
}
