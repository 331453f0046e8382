package org.normscape.backend.nd4j.fusion;

import java.util.List;

/** What a step computes of each element alone, as IEEE 754 says, to the last bit; or of all. */
public sealed interface Operator permits Operator.OfEach, Operator.OfAll {

  /** Into how many sections of equal length the elements are cut. */
  int sections();

  /**
   * The length of the rows that are summed, 0 where none are.
   *
   * @param results how many elements the output has
   */
  int row(int results);

  /** What is computed of each element alone. */
  sealed interface OfEach extends Operator permits Unary, Binary, Choice {

    /** What does it to a block: the registers of the inputs, and that of the output. */
    Instruction instruction(List<Integer> x, int z);

    @Override
    default int sections() {
      return 1;
    }

    @Override
    default int row(int results) {
      return 0;
    }
  }

  /** {@code mask ≠ 0 ? x : y}. */
  record Choice() implements OfEach {
    @Override
    public Instruction instruction(List<Integer> x, int z) {
      return new Instruction.Choose(x.get(0), x.get(1), x.get(2), z);
    }
  }

  /** What is computed of all elements. */
  sealed interface OfAll extends Operator permits Largest, SumOfRows {}

  /** The largest of all elements, NaN if one is: one number. */
  record Largest() implements OfAll {
    @Override
    public int sections() {
      return 1;
    }

    @Override
    public int row(int results) {
      return 0;
    }
  }

  /**
   * The sum of all rows of each section, which are as long as the output has elements for it: of
   * all elements, if it has one.
   *
   * @param sections into how many sections of equal length the elements are cut
   */
  record SumOfRows(int sections) implements OfAll {
    @Override
    public int row(int results) {
      return results / sections;
    }
  }
}
