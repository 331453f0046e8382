package org.normscape.random;

/**
 * Philox 4x32-10: a bijection of 128-bit counters for each 64-bit key, whose outputs are random
 * numbers (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 */
public final class Philox {

  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  private Philox() {}

  /**
   * Writes four random words for a counter.
   *
   * @param counter four words, least significant first; replaced by the random ones
   * @param key0 the low word of the key
   * @param key1 the high word of the key
   */
  public static void apply(int[] counter, int key0, int key1) {
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(counter[0]);
      long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(counter[2]);
      int c1 = counter[1];
      int c3 = counter[3];
      counter[0] = (int) (product1 >>> 32) ^ c1 ^ k0;
      counter[1] = (int) product1;
      counter[2] = (int) (product0 >>> 32) ^ c3 ^ k1;
      counter[3] = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
  }
}
