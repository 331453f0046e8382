package org.normscape.random;

/**
 * Random words of 64 bits by their place, in blocks: any block can be had at any time, on any
 * thread, and a word costs a small part of one of {@link RandomStream}. The word at place i is the
 * hash of {@code start + i · gamma} of SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014; {@link java.util.SplittableRandom}); start and
 * gamma are drawn from a {@link RandomStream}, so that words are named by a seed and a purpose as
 * its numbers are, and are the same on every machine.
 */
public final class RandomWords {

  /** How many words a block has. */
  public static final int BLOCK = 512;

  private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
  private static final long SECOND_FACTOR = 0x94d049bb133111ebL;
  private static final long ALTERNATING = 0xaaaaaaaaaaaaaaaaL;
  private static final int ENOUGH_CHANGES = 24;

  private final long start;
  private final long gamma;
  private final long[] multiples = new long[BLOCK];

  RandomWords(long start, long gamma) {
    this.start = start;
    this.gamma = gamma;
    for (int i = 0; i < BLOCK; i++) {
      multiples[i] = i * gamma;
    }
  }

  /** The words with this seed for this purpose. */
  public static RandomWords of(long seed, String purpose) {
    RandomStream keys = RandomStream.of(seed, purpose);
    return new RandomWords(keys.nextLong(), gamma(keys.nextLong()));
  }

  /** An odd number whose bits change often enough from one to the next, as the paper asks for. */
  static long gamma(long drawn) {
    long odd = drawn | 1;
    return Long.bitCount(odd ^ (odd >>> 1)) < ENOUGH_CHANGES ? odd ^ ALTERNATING : odd;
  }

  /**
   * Writes the words of a block: those from place {@code block} · {@value #BLOCK} on.
   *
   * @param words takes {@value #BLOCK} words
   */
  public void fill(long block, long[] words) {
    long first = start + block * BLOCK * gamma;
    long[] steps = multiples;
    for (int i = 0; i < BLOCK; i++) {
      long z = first + steps[i];
      z = (z ^ (z >>> 30)) * FIRST_FACTOR;
      z = (z ^ (z >>> 27)) * SECOND_FACTOR;
      words[i] = z ^ (z >>> 31);
    }
  }
}
