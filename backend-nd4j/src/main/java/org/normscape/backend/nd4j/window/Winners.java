package org.normscape.backend.nd4j.window;

import java.util.Arrays;
import org.normscape.backend.nd4j.fusion.Loops;
import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Register.Floats;

/**
 * Where the largest elements stand that were met so far, for each of some places; the last one met
 * of equal ones, and NaN before all else.
 *
 * <p>Elements are compared by ranks: whole numbers that are larger for larger numbers, largest for
 * NaN, and the same for both zeros. They are compared without a branch, which would be mispredicted
 * every other time.
 */
final class Winners {

  private static final ThreadLocal<Winners> OWN = ThreadLocal.withInitial(Winners::new);

  private int[] positions = new int[0];
  private int[] ranks = new int[0];
  private long[] wideRanks = new long[0];

  private Winners() {}

  /** Those of the calling thread, which uses the same arrays over and over. */
  static Winners own() {
    return OWN.get();
  }

  /** Forgets what was met, for {@code count} places. */
  void clear(int count) {
    if (positions.length < count) {
      positions = new int[count];
      ranks = new int[count];
      wideRanks = new long[count];
    }
    Arrays.fill(ranks, 0, count, Integer.MIN_VALUE);
    Arrays.fill(wideRanks, 0, count, Long.MIN_VALUE);
  }

  /**
   * Meets some elements of {@code x}, one for each place from {@code place} on; {@code shift} is
   * added to their positions.
   */
  void meet(Register x, int[] elements, int shift, int place) {
    if (x instanceof Floats f) {
      meet(f.values(), elements, shift, place);
    } else {
      meet(Loops.doubles(x), elements, shift, place);
    }
  }

  private void meet(float[] x, int[] elements, int shift, int place) {
    for (int i = 0; i < elements.length; i++) {
      int element = elements[i];
      int bits = Float.floatToIntBits(x[element] + 0f);
      int rank = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      int highest = ranks[place + i];
      int winner = positions[place + i];
      positions[place + i] = rank >= highest ? shift + element : winner;
      ranks[place + i] = Math.max(rank, highest);
    }
  }

  private void meet(double[] x, int[] elements, int shift, int place) {
    for (int i = 0; i < elements.length; i++) {
      int element = elements[i];
      long bits = Double.doubleToLongBits(x[element] + 0.0);
      long rank = bits ^ ((bits >> 63) & Long.MAX_VALUE);
      long highest = wideRanks[place + i];
      int winner = positions[place + i];
      positions[place + i] = rank >= highest ? shift + element : winner;
      wideRanks[place + i] = Math.max(rank, highest);
    }
  }

  /** Adds a value for each place to the element that won there. */
  void scatter(Register values, Register sums, int count) {
    if (values instanceof Floats f) {
      scatter(f.values(), Loops.floats(sums), count);
    } else {
      scatter(Loops.doubles(values), Loops.doubles(sums), count);
    }
  }

  private void scatter(float[] values, float[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[positions[i]] += values[i];
    }
  }

  private void scatter(double[] values, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[positions[i]] += values[i];
    }
  }

  /** Takes for each place what stands where the element that won there stood. */
  void gather(Register from, Register values, int count) {
    if (from instanceof Floats f) {
      gather(f.values(), Loops.floats(values), count);
    } else {
      gather(Loops.doubles(from), Loops.doubles(values), count);
    }
  }

  private void gather(float[] from, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = from[positions[i]];
    }
  }

  private void gather(double[] from, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = from[positions[i]];
    }
  }
}
