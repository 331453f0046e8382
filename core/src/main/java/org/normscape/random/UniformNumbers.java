package org.normscape.random;

/**
 * Uniform numbers in float32, two of each random word: the middles of 2²³ pieces of equal length.
 * Not for several threads at once.
 */
public final class UniformNumbers {

  /** How many numbers a block of {@link RandomWords} gives. */
  public static final int BLOCK = 2 * RandomWords.BLOCK;

  private static final double HALF_A_PIECE = 0x1p-24;

  private final FloatBits bits = new FloatBits(BLOCK);
  private final float middle;
  private final float length;

  /**
   * Numbers of a range.
   *
   * @param low where it begins
   * @param high where it ends; where both are equal, there is one number
   */
  public UniformNumbers(double low, double high) {
    this.middle = (float) ((low + high) / 2 + (high - low) * HALF_A_PIECE);
    this.length = (float) (high - low);
  }

  /**
   * Makes a block of numbers.
   *
   * @param words a block of random words
   * @param numbers takes {@value #BLOCK} numbers
   */
  public void fill(long[] words, float[] numbers) {
    bits.ofUpperBits(words, numbers);
    spread(numbers, middle, length);
  }

  private static void spread(float[] numbers, float middle, float length) {
    for (int i = 0; i < BLOCK; i++) {
      numbers[i] = middle + (numbers[i] - 1.5f) * length;
    }
  }
}
