package org.normscape.backend;

import org.normscape.random.UniformNumbers;

/**
 * Numbers in float32 that are made block by block, straight where they are needed: {@link
 * Backend#array(org.normscape.ir.TensorType, FloatSource)}.
 */
public interface FloatSource {

  /** How many numbers are made at a time: few enough for a core's first cache. */
  int BLOCK = UniformNumbers.BLOCK;

  /**
   * Writes the numbers of a block: those from place {@code block} · {@value #BLOCK} on.
   *
   * @param numbers takes {@value #BLOCK} numbers; what lies behind the last number that is needed
   *     is not looked at
   */
  void fill(int block, float[] numbers);

  /** Makes so many numbers, from the first on, and shows them to who takes them, in their order. */
  default void forEach(int count, Taker taker) {
    float[] numbers = new float[BLOCK];
    for (int first = 0; first < count; first += BLOCK) {
      fill(first / BLOCK, numbers);
      taker.take(first, numbers, Math.min(BLOCK, count - first));
    }
  }

  /** The first numbers, on the heap. */
  default float[] toFloats(int count) {
    float[] all = new float[count];
    forEach(count, (first, numbers, taken) -> System.arraycopy(numbers, 0, all, first, taken));
    return all;
  }

  /** Who takes numbers away before the next ones are made. */
  interface Taker {

    /** Takes the first {@code count} of {@code numbers}, the first of which has this place. */
    void take(int first, float[] numbers, int count);
  }
}
