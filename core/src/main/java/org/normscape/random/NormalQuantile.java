package org.normscape.random;

/**
 * The quantile function of the standard normal distribution, from a table: a random word of 32 bits
 * becomes a normal number by a dozen operations without a branch.
 *
 * <p>An odd number q, {@code −2³¹ < q < 2³¹}, stands for the two words {@code q − 1} and {@code q}
 * and for the number z whose tail, up to −|z| or from |z| on, has the probability |q| / 2³²; z has
 * the sign of q. The bits of q as a float say in which piece of the table |q| lies: each octave has
 * {@value #PIECES}, so that the pieces get finer towards the tails, which reach to 6.23. In each, z
 * / q is a straight line, and z is off by less than 10⁻⁵ of itself, or by 2 · 10⁻⁶.
 *
 * <p>The table is made by {@link StrictMath} and used by single operations in float32, so that
 * numbers are the same on every machine.
 */
public final class NormalQuantile {

  static final int PIECES = 256;

  private static final int OCTAVES = 32;
  private static final double ALL_WORDS = 0x1p32;

  /** How the bits of a float become the place of a pair of numbers. */
  private static final int PAIR_SHIFT = 14;

  private static final int PAIR_MASK = 2 * PIECES * OCTAVES - 2;

  /** Far enough from the middle for the sign to survive the rounding of a line. */
  private static final double CLOSEST_TO_MIDDLE = 0.5 - 0x1p-22;

  /** For each piece the line that gives z / q: where it is at q = 0, and its slope. */
  private static final float[] LINES = lines();

  private NormalQuantile() {}

  /** The normal number of a random word; never zero. */
  public static float of(int word) {
    float q = word | 1;
    int piece = (Float.floatToRawIntBits(q) >>> PAIR_SHIFT) & PAIR_MASK;
    return q * (LINES[piece] + LINES[piece + 1] * Math.abs(q));
  }

  private static float[] lines() {
    float[] lines = new float[2 * PIECES * OCTAVES];
    for (int octave = 0; octave < OCTAVES; octave++) {
      for (int i = 0; i < PIECES; i++) {
        float start = StrictMath.scalb(1 + (float) i / PIECES, octave);
        float end = start + StrictMath.scalb(1f / PIECES, octave);
        double slope = (ratio(end) - ratio(start)) / (end - start);
        int piece = (Float.floatToRawIntBits(start) >>> PAIR_SHIFT) & PAIR_MASK;
        lines[piece] = (float) (ratio(start) - slope * start);
        lines[piece + 1] = (float) slope;
      }
    }
    return lines;
  }

  private static double ratio(double q) {
    return Wichura.upperQuantile(StrictMath.min(q / ALL_WORDS, CLOSEST_TO_MIDDLE)) / q;
  }
}
