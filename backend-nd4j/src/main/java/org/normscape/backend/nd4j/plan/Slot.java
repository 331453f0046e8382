package org.normscape.backend.nd4j.plan;

import org.nd4j.linalg.api.buffer.DataType;

/** A value of a plan that needs memory. Two slots are equal only if they are the same. */
public final class Slot {

  /** Where the contents of a slot come from. */
  public sealed interface Source {

    /**
     * The argument at {@code index}.
     *
     * @param index its place among the arguments, from 0 on
     */
    record Parameter(int index) implements Source {}

    /**
     * Numbers that are known when the plan is made.
     *
     * @param first the first number
     * @param step the difference of neighbours; 0 where all are the same
     */
    record Constant(double first, double step) implements Source {}

    /** A step of the plan. */
    record Computed() implements Source {}
  }

  private final DataType dtype;
  private final int length;
  private final Source source;

  /** A value that is not placed yet. */
  public Slot(DataType dtype, int length, Source source) {
    this.dtype = dtype;
    this.length = length;
    this.source = source;
  }

  /** The type of the elements. */
  public DataType dtype() {
    return dtype;
  }

  /** The number of elements. */
  public int length() {
    return length;
  }

  /** Where the contents come from. */
  public Source source() {
    return source;
  }

  /** The size. */
  public long bytes() {
    return (long) length * dtype.width();
  }
}
