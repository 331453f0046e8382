package org.normscape.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  private static final int MANY = 100_000;

  private static RandomStream stream(String purpose) {
    return RandomStream.of(42, purpose);
  }

  /** Tolerances are four standard errors. */
  @Test
  void uniformNumbersAreUniform() {
    double[] values = stream("uniform").uniform(MANY, -1, 3);
    assertThat(Arrays.stream(values).boxed()).allMatch(x -> x >= -1 && x < 3);
    assertThat(Arrays.stream(values).average().orElseThrow())
        .isCloseTo(1, within(4 * Math.sqrt(16 / 12.0 / MANY)));
    for (int tenth = 0; tenth < 10; tenth++) {
      double low = -1 + 0.4 * tenth;
      long inside = Arrays.stream(values).filter(x -> x >= low && x < low + 0.4).count();
      assertThat((double) inside).isCloseTo(0.1 * MANY, within(4 * Math.sqrt(0.09 * MANY)));
    }
  }

  @Test
  void uniformNumbersStayBelowTheUpperBound() {
    double high = 1 + 0x1p-40;
    double[] values = stream("narrow").uniform(MANY, 1, high);
    assertThat(Arrays.stream(values).boxed()).allMatch(x -> x >= 1 && x < high);
    assertThat(stream("one").uniform(10, 1, Math.nextUp(1.0))).containsOnly(1);
  }

  /** Of the floats from 1 − 2⁻²³ on, 2⁻²⁴ apart, one in four draws would be rounded up to 1. */
  @Test
  void uniformNumbersStayBelowTheUpperBoundWhenTheyAreRounded() {
    double[] values = stream("rounded").uniform(MANY, 1 - 0x1p-23, 1);
    assertThat(Arrays.stream(values).map(x -> (float) x).boxed()).allMatch(x -> x < 1);
    assertThat(Arrays.stream(values).max().orElseThrow()).isGreaterThan(1 - 0x1p-24);
  }

  @Test
  void aRangeMustNotBeEmptyOrEndless() {
    assertThatThrownBy(() -> stream("empty").uniform(1, 2, 2))
        .hasMessage(
            "uniform: low must be less than high, by a finite number, but they are 2.0 and 2.0. To fix: draw from a range that is not empty.");
    assertThatThrownBy(() -> stream("all").uniform(1, -Double.MAX_VALUE, Double.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void normalNumbersAreNormal() {
    double[] values = stream("normal").normal(MANY, 2);
    assertThat(moment(values, 1)).isCloseTo(0, within(4 / Math.sqrt(MANY)));
    assertThat(moment(values, 2)).isCloseTo(1, within(4 * Math.sqrt(2.0 / MANY)));
    assertThat(moment(values, 3)).isCloseTo(0, within(4 * Math.sqrt(15.0 / MANY)));
    assertThat(moment(values, 4)).isCloseTo(3, within(4 * Math.sqrt(96.0 / MANY)));
  }

  private static double moment(double[] values, int order) {
    return Arrays.stream(values).map(x -> Math.pow(x / 2, order)).average().orElseThrow();
  }

  @Test
  void anOddCountIsTheBeginningOfAnEvenOne() {
    assertThat(stream("odd").normal(3, 1))
        .containsExactly(Arrays.copyOf(stream("odd").normal(4, 1), 3));
  }

  @Test
  void isNamedBySeedAndPurposeAlone() {
    assertThat(stream("a").uniform(5, 0, 1)).containsExactly(stream("a").uniform(5, 0, 1));
    assertThat(stream("a").nextLong()).isNotEqualTo(stream("b").nextLong());
    assertThat(RandomStream.of(1, "a").nextLong()).isNotEqualTo(RandomStream.of(2, "a").nextLong());
    assertThat(RandomStream.of(1L << 32, "a").nextLong())
        .as("the high word of the seed counts")
        .isNotEqualTo(RandomStream.of(0, "a").nextLong());
  }

  @Property
  void aPermutationHoldsEachIndexOnce(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int count) {
    int[] order = RandomStream.of(seed, "permutation").permutation(count);
    assertThat(Arrays.stream(order).sorted())
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }

  @Test
  void allPermutationsAreEquallyLikely() {
    int[] seen = new int[6];
    RandomStream random = stream("permutations");
    for (int i = 0; i < MANY; i++) {
      int[] p = random.permutation(3);
      seen[2 * p[0] + (p[1] > p[2] ? 1 : 0)]++;
    }
    assertThat(Arrays.stream(seen).boxed())
        .allMatch(count -> Math.abs(count - MANY / 6.0) < 4 * Math.sqrt(MANY * 5 / 36.0));
  }

  @Property
  void boundedIntegersStayInBounds(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    RandomStream random = RandomStream.of(seed, "bounded");
    for (int i = 0; i < 20; i++) {
      assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
    }
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> stream("x").nextInt(0))
        .hasMessage(
            "nextInt: the bound must be at least 1, but it is 0. To fix: draw from a range that is not empty.");
  }
}
