package org.normscape.backend.nd4j;

/** One block of the elements of a group, in the cache of one thread. */
final class Frame {

  private final double[][] registers;
  private final double[] numbers;
  private final Lane[] lanes;
  private int from;
  private int count;

  /**
   * Registers of the calling thread.
   *
   * @param numbers what is the same for all elements
   * @param lanes the memory of what is read and written
   */
  Frame(int registers, int length, double[] numbers, Lane[] lanes) {
    this.registers = new double[registers][];
    for (int i = 0; i < registers; i++) {
      this.registers[i] = Scratch.own().array(i, length);
    }
    this.numbers = numbers;
    this.lanes = lanes;
  }

  /** Turns to the {@code count} elements from the one at {@code from} on. */
  void turn(int from, int count) {
    this.from = from;
    this.count = count;
  }

  double[] register(int i) {
    return registers[i];
  }

  double number(int i) {
    return numbers[i];
  }

  Lane lane(int i) {
    return lanes[i];
  }

  /** The position of the block's first element. */
  int from() {
    return from;
  }

  /** The number of elements in the block. */
  int count() {
    return count;
  }
}
