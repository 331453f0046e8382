package org.normscape.backend.nd4j;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a group of pointwise steps does to its elements: piece by piece, on whichever thread is
 * free, and in each piece block by block.
 *
 * @param size the number of elements
 * @param length the number of elements in a block
 * @param registers the number of arrays of that length
 * @param numbers what is the same for all elements: the first of a slot
 * @param lanes the slots that are read and written
 * @param once what is done before the first block of a piece
 * @param each what is done to each block
 * @param last what is done after the last block of a piece
 * @param maxima what becomes of the largest elements of the pieces
 */
record BlockProgram(
    int size,
    int length,
    int registers,
    List<View> numbers,
    List<View> lanes,
    List<Instruction> once,
    List<Instruction> each,
    List<Instruction> last,
    List<Maximum> maxima) {

  private static final int BLOCKS_IN_A_PIECE = 32;
  private static final int WORTH_SHARING = 1 << 18;

  /**
   * The largest of all elements.
   *
   * @param pieces the lane of the largest ones of the pieces
   * @param all the lane of the largest of those
   */
  record Maximum(int pieces, int all) {}

  /** In how many pieces these elements are taken. */
  static int pieces(int size, int length) {
    return (size - 1) / (length * BLOCKS_IN_A_PIECE) + 1;
  }

  /** The call on the memory that {@code binding} gives. */
  Runnable bind(Binding binding) {
    List<Handle> first = binding.handles(numbers);
    List<Handle> memory = binding.handles(lanes);
    Workers workers = binding.workers();
    return () -> run(first, memory, workers);
  }

  private void run(List<Handle> first, List<Handle> memory, Workers workers) {
    double[] values = new double[first.size()];
    for (int i = 0; i < values.length; i++) {
      first.get(i).lane().read(0, values, i, 1);
    }
    Lane[] to = new Lane[memory.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = memory.get(i).lane();
    }
    int pieces = pieces(size, length);
    IntConsumer work = piece -> run(new Frame(registers, length, values, to), piece);
    if ((long) size * each.size() < WORTH_SHARING) {
      IntStream.range(0, pieces).forEach(work);
    } else {
      workers.share(pieces, work);
    }
    for (Maximum maximum : maxima) {
      to[maximum.all()].write(0, largest(to[maximum.pieces()], pieces), 0, 1);
    }
  }

  private void run(Frame frame, int piece) {
    frame.turn(0, Math.min(length, size));
    run(once, frame);
    int first = piece * BLOCKS_IN_A_PIECE * length;
    int end = first + Math.min(BLOCKS_IN_A_PIECE * length, size - first);
    for (int from = first; from < end; from += length) {
      frame.turn(from, Math.min(length, end - from));
      run(each, frame);
    }
    frame.turn(piece, Math.min(length, size));
    run(last, frame);
  }

  private static void run(List<Instruction> instructions, Frame frame) {
    for (int i = 0; i < instructions.size(); i++) {
      instructions.get(i).run(frame);
    }
  }

  private static double[] largest(Lane found, int pieces) {
    double[] values = new double[pieces];
    found.read(0, values, 0, pieces);
    return new double[] {Loops.largest(values, 0, pieces)};
  }
}
