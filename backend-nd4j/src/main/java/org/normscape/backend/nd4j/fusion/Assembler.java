package org.normscape.backend.nd4j.fusion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.fusion.BlockProgram.Combination;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/**
 * Makes one step of a group of pointwise steps: each input is read once, when it is first needed;
 * what nothing outside needs stays in registers.
 */
public final class Assembler {

  /** So long that several blocks stay in the nearest cache: measured. */
  private static final int BLOCK_BYTES = 8192;

  private final List<Pointwise> members;
  private final DataType dtype;
  private final Predicate<Slot> isKept;
  private final Cut cut;
  private final Registers registers;
  private final List<View> numbers = new ArrayList<>();
  private final List<View> lanes = new ArrayList<>();
  private final List<Instruction> once = new ArrayList<>();
  private final List<Instruction> each = new ArrayList<>();
  private final List<Instruction> last = new ArrayList<>();
  private final List<Combination> combinations = new ArrayList<>();
  private final Set<Slot> reads = new HashSet<>();
  private final List<Slot> stored = new ArrayList<>();
  private final List<Slot> found = new ArrayList<>();
  private final List<Slot> replaceable = new ArrayList<>();

  private Assembler(List<Pointwise> members, Predicate<Slot> isKept) {
    this.members = members;
    this.dtype = members.get(0).dtype();
    this.isKept = isKept;
    this.cut = new Cut(members.get(0).size(), section(members), length(members));
    this.registers = new Registers(members);
    for (int i = 0; i < members.size(); i++) {
      assemble(members.get(i), i);
    }
  }

  /**
   * The step that does what a group does.
   *
   * @param isKept which outputs something outside the group needs
   */
  static PlanStep step(List<Pointwise> members, Predicate<Slot> isKept) {
    return new Assembler(members, isKept).step();
  }

  private PlanStep step() {
    BlockProgram program =
        new BlockProgram(
            dtype, cut, registers.count(), numbers, lanes, once, each, last, combinations);
    List<Slot> written = new ArrayList<>(stored);
    written.addAll(found);
    return new PlanStep(List.copyOf(reads), written, replaceable, program::bind);
  }

  /** The longest block of elements of a type. */
  public static int longest(DataType dtype) {
    return BLOCK_BYTES / dtype.width();
  }

  /**
   * The length of a block: a multiple of the rows that are summed, or else of the vector that is
   * repeated in all of them, if any.
   */
  private static int length(List<Pointwise> members) {
    int longest = longest(members.get(0).dtype());
    IntStream rows = members.stream().mapToInt(Pointwise::row).filter(row -> row > 1);
    IntStream tiles =
        members.stream()
            .flatMap(m -> m.inputs().stream())
            .map(View::merged)
            .filter(Assembler::isTile)
            .mapToInt(view -> view.dims().get(1));
    return IntStream.concat(rows, tiles)
        .map(width -> longest / width * width)
        .findFirst()
        .orElse(longest);
  }

  /** The number of elements of which a member finds something. */
  private static int section(List<Pointwise> members) {
    return members.stream().mapToInt(Pointwise::section).min().orElseThrow();
  }

  private static boolean isTile(View merged) {
    return merged.strides().equals(List.of(0, 1))
        && merged.dims().get(1) <= longest(merged.dtype());
  }

  private static boolean isNumber(View view) {
    return view.merged().strides().equals(List.of(0));
  }

  private void assemble(Pointwise step, int position) {
    if (step.operator() instanceof Operator.OfEach operator) {
      compute(operator, step, position);
    } else {
      reduce(step);
      registers.releaseInputs(step, position);
    }
  }

  private void compute(Operator.OfEach operator, Pointwise step, int position) {
    List<View> in = step.inputs();
    boolean takesNumbers = dtype == DataType.DOUBLE;
    if (takesNumbers && operator instanceof Binary binary && isNumber(in.get(1))) {
      int x = register(in.get(0));
      int y = number(in.get(1));
      each.add(new Instruction.WithNumber(binary, x, y, output(step, position)));
    } else if (takesNumbers && operator instanceof Binary binary && isNumber(in.get(0))) {
      int x = number(in.get(0));
      int y = register(in.get(1));
      each.add(new Instruction.OfNumber(binary, x, y, output(step, position)));
    } else {
      List<Integer> x = in.stream().map(this::register).toList();
      each.add(operator.instruction(x, output(step, position)));
    }
    store(step.output());
    registers.releaseUnread(step.output());
  }

  /** The register of an output; it may be that of an input which is not needed any more. */
  private int output(Pointwise step, int position) {
    registers.releaseInputs(step, position);
    return registers.take(step.output());
  }

  private void store(Slot output) {
    if (isKept.test(output)) {
      each.add(new Instruction.Store(register(View.flat(output)), lane(View.flat(output))));
      stored.add(output);
    }
  }

  private void reduce(Pointwise step) {
    if (step.row() > 0) {
      sumOfRows(step);
    } else {
      largest(step.inputs().get(0), step.output());
    }
  }

  /** Compares the blocks of a piece element by element, and then the elements of what is left. */
  private void largest(View view, Slot output) {
    int x = register(view);
    int best = accumulator(Double.NEGATIVE_INFINITY);
    int lane = found(output, 1);
    each.add(new Instruction.Two(Binary.MAXIMUM, best, x, best));
    last.add(new Instruction.Largest(best, lane));
    combinations.add(new Combination.Maximum(lane, lane(View.flat(output))));
  }

  /** Adds the blocks of a piece up element by element, and then the rows of what is left. */
  private void sumOfRows(Pointwise step) {
    Slot output = step.output();
    int x = register(step.inputs().get(0));
    int width = step.row();
    int sums = accumulator(0);
    int lane = found(output, width);
    each.add(new Instruction.Two(Binary.ADD, sums, x, sums));
    last.add(new Instruction.SumOfRows(sums, lane, width));
    combinations.add(new Combination.RowSum(lane, lane(View.flat(output)), width));
  }

  /** A register that is set to a number before the first block of a piece. */
  private int accumulator(double neutral) {
    int register = registers.reserve();
    Slot number = new Slot(dtype, 1, new Slot.Source.Constant(neutral, 0));
    once.add(new Instruction.Fill(number(View.flat(number)), register));
    return register;
  }

  /** A lane for what each piece finds on the way to an output. */
  private int found(Slot output, int width) {
    Slot each = new Slot(dtype, cut.pieces() * width, new Slot.Source.Computed());
    found.add(output);
    found.add(each);
    return lane(View.flat(each));
  }

  /** The register with the contents of a view, which is read if that is not yet done. */
  private int register(View view) {
    Integer known = registers.find(Registers.value(view));
    return known != null ? known : read(view);
  }

  private int read(View view) {
    View merged = view.merged();
    if (isNumber(view)) {
      int register = registers.reserve(Registers.value(view));
      once.add(new Instruction.Fill(number(view), register));
      return register;
    }
    reads.add(view.slot());
    if (merged.strides().equals(List.of(1))) {
      noteReplaceable(view.slot());
      int register = registers.take(Registers.value(view));
      each.add(new Instruction.Load(lane(merged), register));
      return register;
    }
    Object value = Registers.value(view);
    if (isTile(merged) && fits(merged.dims().get(1))) {
      return tile(merged, 0, value);
    }
    if (isTileOfEachSection(merged) && fits(merged.dims().get(2))) {
      return tile(merged, merged.dims().get(2), value);
    }
    int register = registers.take(value);
    each.add(new Instruction.Gather(lane(merged), merged.dims(), merged.strides(), register));
    return register;
  }

  /** Whether each section and each block are some rows of this length. */
  private boolean fits(int width) {
    return cut.block() % width == 0 && cut.section() % width == 0;
  }

  /** Whether one row is repeated in the first section, the next one in the second, and so on. */
  private boolean isTileOfEachSection(View merged) {
    return merged.dims().size() == 3
        && merged.dims().get(0) == cut.sections()
        && merged.strides().equals(List.of(merged.dims().get(2), 0, 1));
  }

  private int tile(View merged, int step, Object value) {
    int register = registers.reserve(value);
    int width = merged.dims().get(merged.dims().size() - 1);
    once.add(new Instruction.Tile(lane(merged), step, width, register));
    return register;
  }

  /** The first output may take the place of what is read block by block before it is written. */
  private void noteReplaceable(Slot slot) {
    boolean isReadInStep =
        members.stream()
            .flatMap(m -> m.inputs().stream())
            .allMatch(view -> view.slot() != slot || view.isWhole());
    if (stored.isEmpty() && isReadInStep) {
      replaceable.add(slot);
    }
  }

  private int number(View view) {
    View first = new View(view.slot(), view.dtype(), view.offset(), List.of(1), List.of(1));
    if (!numbers.contains(first)) {
      numbers.add(first);
      reads.add(view.slot());
    }
    return numbers.indexOf(first);
  }

  private int lane(View view) {
    lanes.add(view);
    return lanes.size() - 1;
  }
}
