package org.normscape.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomWordsTest {

  private static final int BLOCKS = 1024;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  static long[] block(RandomWords words, long number) {
    long[] block = new long[RandomWords.BLOCK];
    words.fill(number, block);
    return block;
  }

  /** The JDK's generator of this name is the same one, and counts from one step later. */
  @Test
  void areThoseOfSplittableRandom() {
    SplittableRandom random = new SplittableRandom(42);
    long[] expected = random.longs(2L * RandomWords.BLOCK).toArray();
    RandomWords words = new RandomWords(42 + GOLDEN_GAMMA, GOLDEN_GAMMA);
    assertThat(block(words, 1))
        .containsExactly(Arrays.copyOfRange(expected, RandomWords.BLOCK, 2 * RandomWords.BLOCK));
    assertThat(block(words, 0)).containsExactly(Arrays.copyOf(expected, RandomWords.BLOCK));
  }

  @Test
  void areNamedBySeedAndPurposeAlone() {
    long[] words = block(RandomWords.of(1, "a"), 3);
    assertThat(block(RandomWords.of(1, "a"), 3)).containsExactly(words);
    assertThat(block(RandomWords.of(1, "b"), 3)).doesNotContain(words[0], words[1]);
    assertThat(block(RandomWords.of(2, "a"), 3)).doesNotContain(words[0], words[1]);
  }

  @Test
  void stepsAreOddAndChangeTheirBitsOften() {
    assertThat(RandomWords.gamma(0)).isEqualTo(1 ^ 0xaaaaaaaaaaaaaaaaL);
    assertThat(RandomWords.gamma(GOLDEN_GAMMA)).isEqualTo(GOLDEN_GAMMA);
    assertThat(RandomWords.gamma(-1) & 1).isEqualTo(1);
  }

  /** Each of the 64 bits, over a million words: a share is off by 5 / (2 √n) once in 27,000. */
  @Test
  void everyBitIsAsOftenOneAsZeroAndIndependentOfTheNextWordAndOfAnotherName() {
    RandomWords words = RandomWords.of(5, "bits");
    RandomWords others = RandomWords.of(5, "other bits");
    int[] ones = new int[64];
    int[] changes = new int[64];
    int[] differences = new int[64];
    for (int b = 0; b < BLOCKS; b++) {
      long[] block = block(words, b);
      long[] other = block(others, b);
      for (int i = 0; i < RandomWords.BLOCK; i++) {
        count(block[i], ones);
        count(block[i] ^ block[(i + 1) % RandomWords.BLOCK], changes);
        count(block[i] ^ other[i], differences);
      }
    }
    double bound = 5 * Math.sqrt(BLOCKS * RandomWords.BLOCK) / 2;
    for (int[] counts : new int[][] {ones, changes, differences}) {
      assertThat(Arrays.stream(counts).boxed())
          .allMatch(n -> Math.abs(n - BLOCKS * RandomWords.BLOCK / 2.0) < bound);
    }
  }

  private static void count(long word, int[] ones) {
    for (int bit = 0; bit < 64; bit++) {
      ones[bit] += (int) (word >>> bit & 1);
    }
  }

  /** Chi-square with 255 degrees of freedom: 255 ± 5 · 22.6 but for once in a million seeds. */
  @Test
  void everyByteOfAWordIsUniform() {
    RandomWords words = RandomWords.of(6, "bytes");
    int[][] seen = new int[8][256];
    for (int b = 0; b < BLOCKS; b++) {
      for (long word : block(words, b)) {
        for (int i = 0; i < 8; i++) {
          seen[i][(int) (word >>> (8 * i)) & 255]++;
        }
      }
    }
    double expected = BLOCKS * RandomWords.BLOCK / 256.0;
    for (int[] counts : seen) {
      double chiSquare =
          Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
      assertThat(chiSquare).isBetween(142.0, 368.0);
    }
  }
}
