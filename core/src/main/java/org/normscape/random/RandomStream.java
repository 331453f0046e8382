package org.normscape.random;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers for one purpose. A stream is named by a seed and by what it is for, so that adding
 * a consumer shifts nobody else's numbers. The numbers are the same on every machine: only integer
 * arithmetic, correctly rounded operations and {@link StrictMath} are used.
 */
public final class RandomStream {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1p-53;

  private final long seed;
  private final long purpose;
  private final int[] block = new int[4];
  private long counter;
  private int used = 4;

  private RandomStream(long seed, long purpose) {
    this.seed = seed;
    this.purpose = purpose;
  }

  /** The stream with this seed for this purpose, such as {@code batches/epoch-3}; at its start. */
  public static RandomStream of(long seed, String purpose) {
    long hash = FNV_OFFSET;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ Byte.toUnsignedLong(b)) * FNV_PRIME;
    }
    return new RandomStream(seed, hash);
  }

  /** 32 random bits. */
  public int nextInt() {
    if (used == block.length) {
      refill();
    }
    return block[used++];
  }

  /** 64 random bits. */
  public long nextLong() {
    return Integer.toUnsignedLong(nextInt()) | ((long) nextInt() << 32);
  }

  /** A uniform integer in {@code [0, bound)}, without bias. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "nextInt: the bound must be at least 1, but it is %s. To fix: draw from a range that is not empty."
              .formatted(bound));
    }
    long range = 1L << 32;
    long limit = range - range % bound;
    long word = Integer.toUnsignedLong(nextInt());
    while (word >= limit) {
      word = Integer.toUnsignedLong(nextInt());
    }
    return (int) (word % bound);
  }

  /** A uniform number in {@code [0, 1)} on the grid of 2⁻⁵³. */
  public double nextUniform() {
    return (nextLong() >>> 11) * UNIT;
  }

  /**
   * {@code count} uniform numbers in {@code [low, high)}. They stay below {@code high} when they
   * are rounded to float32, unless the range is so narrow that half of it would be rounded out of
   * it.
   */
  public double[] uniform(int count, double low, double high) {
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          "uniform: low must be less than high, by a finite number, but they are %s and %s. To fix: draw from a range that is not empty."
              .formatted(low, high));
    }
    boolean isWide = (float) (low + (high - low) / 2) < high;
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      do {
        values[i] = low + (high - low) * nextUniform();
      } while (values[i] >= high || (isWide && (float) values[i] >= high));
    }
    return values;
  }

  /** {@code count} numbers of the normal distribution with mean 0 (Box and Muller, 1958). */
  public double[] normal(int count, double deviation) {
    double[] values = new double[count];
    for (int i = 0; i < count; i += 2) {
      double radius = deviation * StrictMath.sqrt(-2 * StrictMath.log(1 - nextUniform()));
      double angle = 2 * StrictMath.PI * nextUniform();
      values[i] = radius * StrictMath.cos(angle);
      if (i + 1 < count) {
        values[i + 1] = radius * StrictMath.sin(angle);
      }
    }
    return values;
  }

  /** A uniform permutation of {@code 0 … count − 1} (Fisher and Yates, in Durstenfeld's form). */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private void refill() {
    block[0] = (int) counter;
    block[1] = (int) (counter >>> 32);
    block[2] = (int) purpose;
    block[3] = (int) (purpose >>> 32);
    Philox.apply(block, (int) seed, (int) (seed >>> 32));
    counter++;
    used = 0;
  }
}
