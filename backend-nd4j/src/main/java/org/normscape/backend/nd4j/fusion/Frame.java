package org.normscape.backend.nd4j.fusion;

import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Scratch;

/** One block of the elements of a group, in the cache of one thread. */
final class Frame {

  private final Register[] registers;
  private final double[] numbers;
  private final Lane[] lanes;
  private int from;
  private int count;

  /**
   * Registers of the calling thread.
   *
   * @param dtype the type of all registers
   * @param numbers what is the same for all elements
   * @param lanes the memory of what is read and written
   */
  Frame(DataType dtype, int registers, int length, double[] numbers, Lane[] lanes) {
    this.registers = new Register[registers];
    for (int i = 0; i < registers; i++) {
      this.registers[i] = Scratch.own().register(dtype, i, length);
    }
    this.numbers = numbers;
    this.lanes = lanes;
  }

  /**
   * Turns to the {@code count} elements from the one at {@code from} on; before the first block of
   * a piece {@code from} is its section, after the last one its own number.
   */
  void turn(int from, int count) {
    this.from = from;
    this.count = count;
  }

  Register register(int i) {
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
