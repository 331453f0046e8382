package org.normscape.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NormalNumbersTest {

  private static final int MANY = 1 << 20;

  /** Against the formula in double precision; close to u = 1 a length is the root of an error. */
  @Test
  void areThoseOfBoxAndMuller() {
    long[] words = RandomWordsTest.block(RandomWords.of(3, "formula"), 0);
    words[0] = 0;
    words[1] = -1;
    words[2] = 1;
    words[3] = 0x8000_0000_7fff_ffffL;
    float[] numbers = new float[NormalNumbers.BLOCK];
    new NormalNumbers(1).fill(words, numbers);
    int pairs = NormalNumbers.BLOCK / 2;
    for (int i = 0; i < pairs; i++) {
      double u = (half(words, i) + 0.5) * 0x1p-32;
      double angle = 2 * Math.PI * ((half(words, pairs + i) >>> 9) * 0x1p-23 - 0.5);
      double length = Math.sqrt(-2 * Math.log(u));
      double allowed = 1e-5 * length + Math.min(1e-3, 1e-6 / length);
      assertThat((double) numbers[i]).isCloseTo(length * Math.cos(angle), within(allowed));
      assertThat((double) numbers[pairs + i]).isCloseTo(length * Math.sin(angle), within(allowed));
    }
    assertThat(Math.hypot(numbers[0], numbers[pairs])).isCloseTo(6.7637, within(1e-3));
  }

  /** Half a word as a whole number, the lower half first. */
  private static long half(long[] words, int place) {
    return (words[place / 2] >>> (32 * (place % 2))) & 0xffff_ffffL;
  }

  @Test
  void areAsLongAsTheirDeviationSays() {
    float[] numbers = numbers(1, 4096);
    float[] longer = numbers(2.5, 4096);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(longer[i]).isCloseTo(2.5f * numbers[i], within(1e-5f));
    }
    for (float x : numbers(0, 4096)) {
      assertThat(x).isZero();
    }
  }

  /** The distance of Kolmogorov and Smirnov is larger than 1.95 / √n once in 1000 seeds. */
  @Test
  void numbersAreNormal() {
    float[] numbers = numbers();
    Arrays.sort(numbers);
    double distance = 0;
    for (int i = 0; i < MANY; i++) {
      double probability = probability(numbers[i]);
      distance = Math.max(distance, Math.abs(probability - (i + 0.5) / MANY));
    }
    assertThat(distance).isLessThan(1.95 / Math.sqrt(MANY));
  }

  /** Of the million, 66 are expected beyond 4, and 0.6 beyond 5. */
  @Test
  void tailsAndMomentsAreThoseOfTheNormalDistribution() {
    float[] numbers = numbers();
    int beyond4 = 0;
    int beyond5 = 0;
    double[] moments = new double[5];
    for (float z : numbers) {
      beyond4 += Math.abs(z) > 4 ? 1 : 0;
      beyond5 += Math.abs(z) > 5 ? 1 : 0;
      for (int order = 1; order <= 4; order++) {
        moments[order] += Math.pow(z, order) / MANY;
      }
    }
    double expected = 2 * MANY * probability(-4);
    assertThat((double) beyond4).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    assertThat(beyond5).isLessThan(8);
    assertThat(moments[1]).isCloseTo(0, within(4 / Math.sqrt(MANY)));
    assertThat(moments[2]).isCloseTo(1, within(4 * Math.sqrt(2.0 / MANY)));
    assertThat(moments[3]).isCloseTo(0, within(4 * Math.sqrt(15.0 / MANY)));
    assertThat(moments[4]).isCloseTo(3, within(4 * Math.sqrt(96.0 / MANY)));
  }

  /** Neighbours, both numbers of a pair, and their squares know nothing of each other. */
  @Test
  void numbersAreIndependent() {
    float[] numbers = numbers();
    int pairs = NormalNumbers.BLOCK / 2;
    for (int distance : new int[] {1, 2, pairs, NormalNumbers.BLOCK}) {
      double product = 0;
      double ofSquares = 0;
      for (int i = distance; i < MANY; i++) {
        double x = numbers[i];
        double y = numbers[i - distance];
        product += x * y / MANY;
        ofSquares += (x * x - 1) * (y * y - 1) / MANY;
      }
      assertThat(product).isCloseTo(0, within(4 / Math.sqrt(MANY)));
      assertThat(ofSquares).isCloseTo(0, within(4 * 2 / Math.sqrt(MANY)));
    }
  }

  private static float[] numbers() {
    return numbers(1, MANY);
  }

  private static float[] numbers(double deviation, int count) {
    RandomWords words = RandomWords.of(7, "normal");
    NormalNumbers normal = new NormalNumbers(deviation);
    float[] block = new float[NormalNumbers.BLOCK];
    float[] numbers = new float[count];
    for (int i = 0; i < count; i += block.length) {
      normal.fill(RandomWordsTest.block(words, i / block.length), block);
      System.arraycopy(block, 0, numbers, i, block.length);
    }
    return numbers;
  }

  /** Φ(z), by Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/15 + …), which converges everywhere (Marsaglia). */
  private static double probability(float z) {
    double sum = z;
    double term = z;
    for (int i = 1; Math.abs(term) > 1e-18 * Math.abs(sum); i++) {
      term *= (double) z * z / (2 * i + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }
}
