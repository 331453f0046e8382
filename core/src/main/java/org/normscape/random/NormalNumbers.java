package org.normscape.random;

/**
 * Independent normal numbers in float32, two of each two random words, by the method of Box and
 * Muller ("A note on the generation of random normal deviates", 1958): {@code √(−2 ln u) · (cos φ,
 * sin φ)}, where u is uniform in 32 bits and φ, an angle of the whole circle, in 23. Off by 10⁻⁵ of
 * their length at most; the longest is 6.7. Every step is a loop of its own over floats that the
 * JIT turns into vector instructions. Not for several threads at once.
 */
public final class NormalNumbers {

  /** How many numbers a block of {@link RandomWords} gives. */
  public static final int BLOCK = UniformNumbers.BLOCK;

  private static final int PAIRS = BLOCK / 2;
  private static final float PI = (float) Math.PI;

  /** 2 ln 2, and the exponent that {@link FloatBits#split} has for 1. */
  private static final float TWO_LN_2 = 1.3862944f;

  private static final float EXPONENT_OF_1 = (1 << 23) + 127;

  private final FloatBits bits = new FloatBits(BLOCK);
  private final FloatBits bitsOfPairs = new FloatBits(PAIRS);
  private final float[] upper = new float[BLOCK];
  private final float[] u = new float[PAIRS];
  private final float[] angle = new float[PAIRS];
  private final float[] other = new float[PAIRS];
  private final float[] length = new float[PAIRS];

  private final float deviation;

  /**
   * Numbers with mean 0.
   *
   * @param deviation their standard deviation
   */
  public NormalNumbers(double deviation) {
    this.deviation = (float) deviation;
  }

  /**
   * Makes a block of numbers.
   *
   * @param words a block of random words
   * @param numbers takes {@value #BLOCK} numbers
   */
  public void fill(long[] words, float[] numbers) {
    bits.ofUpperBits(words, upper);
    System.arraycopy(upper, 0, u, 0, PAIRS);
    System.arraycopy(upper, PAIRS, angle, 0, PAIRS);
    bitsOfPairs.ofLowerBits(words, other);
    refine(u, other);
    bitsOfPairs.split(u, other);
    lengths(u, other, deviation, length);
    turn(angle, length, u, other);
    System.arraycopy(u, 0, numbers, 0, PAIRS);
    System.arraycopy(other, 0, numbers, PAIRS, PAIRS);
  }

  /** From two numbers between 1 and 2 to one between 0 and 1, with the bits of both; never 0. */
  private static void refine(float[] u, float[] lower) {
    for (int i = 0; i < PAIRS; i++) {
      u[i] = (u[i] - 1) + (lower[i] - (1 - 0x1p-10f)) * 0x1p-23f;
    }
  }

  /** The Chebyshev series of 2 ln on [1, 2] to degree 7, which is off by 5 · 10⁻⁷. */
  private static void lengths(float[] fraction, float[] exponent, float factor, float[] length) {
    for (int i = 0; i < PAIRS; i++) {
      float t = fraction[i] - 1.5f;
      float ln = 0.020487657f * t - 0.034828156f;
      ln = ln * t + 0.05193466f;
      ln = ln * t - 0.09785807f;
      ln = ln * t + 0.1975835f;
      ln = ln * t - 0.4444908f;
      ln = ln * t + 1.3333323f;
      ln = ln * t + 0.8109306f;
      float squared = (EXPONENT_OF_1 - exponent[i]) * TWO_LN_2 - ln;
      length[i] = factor * (float) Math.sqrt(Math.abs(squared));
    }
  }

  /**
   * From an angle and a length to both sides of the triangle, over the sine and the cosine of half
   * the angle, which lies between −π/2 and π/2: Taylor series to the powers 11 and 12.
   */
  private static void turn(float[] angle, float[] length, float[] x, float[] y) {
    for (int i = 0; i < PAIRS; i++) {
      float half = (angle[i] - 1.5f) * PI;
      float square = half * half;
      float sine = -2.5052108e-8f * square + 2.7557319e-6f;
      sine = sine * square - 1.984127e-4f;
      sine = sine * square + 8.333333e-3f;
      sine = sine * square - 0.16666667f;
      sine = half * (sine * square + 1);
      float cosine = 2.0876758e-9f * square - 2.755732e-7f;
      cosine = cosine * square + 2.4801588e-5f;
      cosine = cosine * square - 1.3888889e-3f;
      cosine = cosine * square + 4.1666668e-2f;
      cosine = cosine * square - 0.5f;
      cosine = cosine * square + 1;
      float twice = 2 * sine * length[i];
      x[i] = length[i] - twice * sine;
      y[i] = twice * cosine;
    }
  }
}
