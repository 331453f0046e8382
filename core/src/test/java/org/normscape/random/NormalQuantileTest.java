package org.normscape.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {

  private static final int MANY = 1 << 22;

  /** Probabilities and quantiles to 16 digits, as any table has them. */
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.6744897501960817",
    "0.05, 1.6448536269514722",
    "0.025, 1.959963984540054",
    "0.001, 3.090232306167813",
    "1e-9, 5.997807015007686"
  })
  void quantilesAreThoseOfTables(double probability, double quantile) {
    assertThat(Wichura.upperQuantile(probability)).isCloseTo(quantile, within(2e-15 * quantile));
  }

  /** Each piece of the table, at its beginning, its middle and its end. */
  @Test
  void isTheQuantileOfItsWord() {
    for (int octave = 0; octave < 31; octave++) {
      for (int part = 0; part < 4 * NormalQuantile.PIECES; part++) {
        int word = (int) Math.scalb(1 + part / (4.0 * NormalQuantile.PIECES), octave);
        double exact = Wichura.upperQuantile((word | 1) / 0x1p32);
        assertThat((double) NormalQuantile.of(word)).isCloseTo(exact, within(1e-5 * exact + 2e-6));
        assertThat(NormalQuantile.of(-(word | 1))).isEqualTo(-NormalQuantile.of(word));
      }
    }
  }

  @Test
  void isFiniteAndNeverZeroAtTheEnds() {
    for (int word : new int[] {0, 1, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE, -64, 64}) {
      float z = NormalQuantile.of(word);
      assertThat(z * Integer.signum(word | 1)).isPositive().isLessThan(6.24f);
    }
    assertThat(NormalQuantile.of(0)).isCloseTo(6.2304f, within(1e-3f));
    assertThat(NormalQuantile.of(Integer.MAX_VALUE)).isLessThan(2e-6f);
    assertThat(NormalQuantile.of(Integer.MAX_VALUE - 200)).isPositive();
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

  /** Of the four million, 133 are expected beyond 4, and 2.4 beyond 5. */
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
    assertThat(beyond5).isLessThan(12);
    assertThat(moments[1]).isCloseTo(0, within(4 / Math.sqrt(MANY)));
    assertThat(moments[2]).isCloseTo(1, within(4 * Math.sqrt(2.0 / MANY)));
    assertThat(moments[3]).isCloseTo(0, within(4 * Math.sqrt(15.0 / MANY)));
    assertThat(moments[4]).isCloseTo(3, within(4 * Math.sqrt(96.0 / MANY)));
  }

  private static float[] numbers() {
    RandomWords words = RandomWords.of(7, "normal");
    long[] block = new long[RandomWords.BLOCK];
    float[] numbers = new float[MANY];
    for (int i = 0; i < MANY; i++) {
      if (i % RandomWords.BLOCK == 0) {
        words.fill(i / RandomWords.BLOCK, block);
      }
      numbers[i] = NormalQuantile.of((int) (block[i % RandomWords.BLOCK] >>> 32));
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
