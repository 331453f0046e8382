package org.normscape.contract.cases;

import java.util.Arrays;
import org.normscape.random.RandomStream;

/** How the numbers of an input are drawn. */
@FunctionalInterface
public interface Sampler {

  /** That many numbers, from {@code random} alone. */
  double[] draw(RandomStream random, int count);

  /** Normal numbers of deviation 1. */
  static Sampler normal() {
    return (random, count) -> random.normal(count, 1);
  }

  /** Uniform numbers in {@code [low, high)}. */
  static Sampler uniform(double low, double high) {
    return (random, count) -> random.uniform(count, low, high);
  }

  /** Numbers between 0.3 and 2: where roots and logarithms are smooth. */
  static Sampler positive() {
    return uniform(0.3, 2);
  }

  /** Numbers of both signs, none nearer to 0 than 0.2: where a kink at 0 is not met. */
  static Sampler awayFromZero() {
    return (random, count) -> {
      double[] values = random.uniform(count, 0.2, 2);
      for (int i = 0; i < count; i++) {
        values[i] = random.nextInt(2) == 0 ? values[i] : -values[i];
      }
      return values;
    };
  }

  /** Numbers of which no two are nearer than 0.1: where a maximum has one place. */
  static Sampler distinct() {
    return (random, count) ->
        Arrays.stream(random.permutation(count)).mapToDouble(i -> 0.1 * i - 0.05 * count).toArray();
  }

  /** Whole numbers from 0 up to, not including, {@code bound}: ties, labels, masks. */
  static Sampler whole(int bound) {
    return (random, count) -> {
      double[] values = new double[count];
      Arrays.setAll(values, i -> random.nextInt(bound));
      return values;
    };
  }

  /** Whole numbers among which stand NaN and infinities. */
  static Sampler diverged() {
    double[] values = {
      Double.NaN,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      0,
      1,
      2
    };
    return (random, count) ->
        Arrays.stream(whole(values.length).draw(random, count)).map(i -> values[(int) i]).toArray();
  }

  /** These numbers, again and again. */
  static Sampler of(double... values) {
    return (random, count) -> {
      double[] repeated = new double[count];
      Arrays.setAll(repeated, i -> values[i % values.length]);
      return repeated;
    };
  }

  /** Each of these numbers as often as there are of them: with {@link #of}, all pairs. */
  static Sampler slowly(double... values) {
    return (random, count) -> {
      double[] repeated = new double[count];
      Arrays.setAll(repeated, i -> values[i / values.length % values.length]);
      return repeated;
    };
  }
}
