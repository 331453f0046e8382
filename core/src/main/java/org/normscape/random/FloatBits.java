package org.normscape.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * The bits of float32 numbers, two to a long: the first in its lower half. The JIT turns loops over
 * whole longs into vector instructions, but no conversion of a whole number to a float, so floats
 * are put together from their bits. Not for several threads at once.
 */
final class FloatBits {

  /** The bits of a fraction, in both halves. */
  private static final long FRACTIONS = 0x007f_ffff_007f_ffffL;

  /** 1, in both halves. */
  private static final long ONES = 0x3f80_0000_3f80_0000L;

  private static final int SIGN_AND_EXPONENT = 9;

  private final long[] bits;
  private final long[] whole;
  private final LongBuffer longs;
  private final FloatBuffer floats;

  /**
   * Room for the bits of so many numbers.
   *
   * @param count an even number
   */
  FloatBits(int count) {
    this.bits = new long[count / 2];
    this.whole = new long[count / 2];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    this.longs = bytes.asLongBuffer();
    this.floats = bytes.asFloatBuffer();
  }

  /** Numbers from 1 on and below 2, of the upper 23 bits of each half of a word. */
  void ofUpperBits(long[] words, float[] numbers) {
    long[] to = bits;
    for (int i = 0; i < to.length; i++) {
      to[i] = ((words[i] >>> SIGN_AND_EXPONENT) & FRACTIONS) | ONES;
    }
    write(numbers);
  }

  /** Numbers from 1 on and below 2, of the lower 9 bits of each half of a word. */
  void ofLowerBits(long[] words, float[] numbers) {
    long[] to = bits;
    for (int i = 0; i < to.length; i++) {
      to[i] = ((words[i] << 14) & 0x007f_c000_007f_c000L) | ONES;
    }
    write(numbers);
  }

  /**
   * Takes positive numbers apart.
   *
   * @param numbers what is taken apart; from then on their fractions, from 1 on and below 2
   * @param exponents takes 2²³ + 127 + the exponent of two of each
   */
  void split(float[] numbers, float[] exponents) {
    floats.put(0, numbers);
    longs.get(0, whole);
    long[] from = whole;
    long[] to = bits;
    for (int i = 0; i < to.length; i++) {
      to[i] = ((from[i] >>> 23) & 0x0000_00ff_0000_00ffL) | 0x4b00_0000_4b00_0000L;
    }
    write(exponents);
    for (int i = 0; i < to.length; i++) {
      to[i] = (from[i] & FRACTIONS) | ONES;
    }
    write(numbers);
  }

  private void write(float[] numbers) {
    longs.put(0, bits);
    floats.get(0, numbers);
  }
}
