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
 * @param cut how they are cut
 * @param registers the number of registers of the length of a block
 * @param numbers what is the same for all elements: the first of a slot
 * @param lanes the slots that are read and written
 * @param once what is done before the first block of a piece
 * @param each what is done to each block
 * @param last what is done after the last block of a piece
 * @param combinations what becomes of what the pieces found
 */
record BlockProgram(
    DataType dtype,
    Cut cut,
    int registers,
    List<View> numbers,
    List<View> lanes,
    List<Instruction> once,
    List<Instruction> each,
    List<Instruction> last,
    List<Combination> combinations) {

  private static final int WORTH_SHARING = 1 << 18;

  /** What becomes of what each piece found about its elements. */
  sealed interface Combination {

    void run(Lane[] lanes, Cut cut);

    /**
     * The largest of all elements.
     *
     * @param found the lane of the largest ones of the pieces
     * @param all the lane of the largest of those
     */
    record Maximum(int found, int all) implements Combination {
      @Override
      public void run(Lane[] lanes, Cut cut) {
        double[] values = new double[cut.pieces()];
        lanes[found].read(0, values, 0, values.length);
        lanes[all].write(0, Loops.largest(values, 0, values.length));
      }
    }

    /**
     * The sum of the rows of each section.
     *
     * @param found the lane of the sums of the pieces
     * @param all the lane of the sums of those, one for each section
     * @param width the length of a row
     */
    record RowSum(int found, int all, int width) implements Combination {
      @Override
      public void run(Lane[] lanes, Cut cut) {
        for (int section = 0; section < cut.sections(); section++) {
          add(lanes, section, cut.parts());
        }
      }

      private void add(Lane[] lanes, int section, int parts) {
        double[] sums = Scratch.own().array(0, width);
        double[] row = Scratch.own().array(1, width);
        int first = section * parts;
        lanes[found].read(first * width, sums, 0, width);
        for (int piece = first + 1; piece < first + parts; piece++) {
          lanes[found].read(piece * width, row, 0, width);
          Binary.ADD.run(sums, row, sums, width);
        }
        lanes[all].write(section * width, sums, 0, width);
      }
    }
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
    IntConsumer work = piece -> run(new Frame(dtype, registers, cut.block(), values, to), piece);
    if ((long) cut.size() * each.size() < WORTH_SHARING) {
      IntStream.range(0, cut.pieces()).forEach(work);
    } else {
      workers.share(cut.pieces(), work);
    }
    for (Combination combination : combinations) {
      combination.run(to, cut);
    }
  }

  private void run(Frame frame, int piece) {
    frame.turn(cut.sectionOf(piece), cut.firstBlock());
    run(once, frame);
    int end = cut.end(piece);
    for (int from = cut.first(piece); from < end; from += cut.block()) {
      frame.turn(from, Math.min(cut.block(), end - from));
      run(each, frame);
    }
    frame.turn(piece, cut.firstBlock());
    run(last, frame);
  }

  private static void run(List<Instruction> instructions, Frame frame) {
    for (int i = 0; i < instructions.size(); i++) {
      instructions.get(i).run(frame);
    }
  }
}
