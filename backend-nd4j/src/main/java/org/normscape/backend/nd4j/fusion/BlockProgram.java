package org.normscape.backend.nd4j.fusion;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.memory.Scratch;
import org.normscape.backend.nd4j.plan.Binding;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.plan.Workers;

/**
 * What a group of pointwise steps does to its elements: piece by piece, on whichever thread is
 * free, and in each piece block by block.
 *
 * @param dtype the type of all elements
 * @param size the number of elements
 * @param length the number of elements in a block
 * @param registers the number of registers of that length
 * @param numbers what is the same for all elements: the first of a slot
 * @param lanes the slots that are read and written
 * @param once what is done before the first block of a piece
 * @param each what is done to each block
 * @param last what is done after the last block of a piece
 * @param combinations what becomes of what the pieces found
 */
record BlockProgram(
    DataType dtype,
    int size,
    int length,
    int registers,
    List<View> numbers,
    List<View> lanes,
    List<Instruction> once,
    List<Instruction> each,
    List<Instruction> last,
    List<Combination> combinations) {

  private static final int BLOCKS_IN_A_PIECE = 32;
  private static final int WORTH_SHARING = 1 << 18;

  /** What becomes of what each piece found about its elements. */
  sealed interface Combination {

    void run(Lane[] lanes, int pieces);

    /**
     * The largest of all elements.
     *
     * @param found the lane of the largest ones of the pieces
     * @param all the lane of the largest of those
     */
    record Maximum(int found, int all) implements Combination {
      @Override
      public void run(Lane[] lanes, int pieces) {
        double[] values = new double[pieces];
        lanes[found].read(0, values, 0, pieces);
        lanes[all].write(0, Loops.largest(values, 0, pieces));
      }
    }

    /**
     * The sum of all rows.
     *
     * @param found the lane of the sums of the pieces
     * @param all the lane of the sum of those
     * @param width the length of a row
     */
    record RowSum(int found, int all, int width) implements Combination {
      @Override
      public void run(Lane[] lanes, int pieces) {
        double[] sums = Scratch.own().array(0, width);
        double[] row = Scratch.own().array(1, width);
        lanes[found].read(0, sums, 0, width);
        for (int piece = 1; piece < pieces; piece++) {
          lanes[found].read(piece * width, row, 0, width);
          Binary.ADD.run(sums, row, sums, width);
        }
        lanes[all].write(0, sums, 0, width);
      }
    }
  }

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
      values[i] = first.get(i).lane().read(0);
    }
    Lane[] to = new Lane[memory.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = memory.get(i).lane();
    }
    int pieces = pieces(size, length);
    IntConsumer work = piece -> run(new Frame(dtype, registers, length, values, to), piece);
    if ((long) size * each.size() < WORTH_SHARING) {
      IntStream.range(0, pieces).forEach(work);
    } else {
      workers.share(pieces, work);
    }
    for (Combination combination : combinations) {
      combination.run(to, pieces);
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
}
