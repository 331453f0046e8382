package org.normscape.backend.nd4j;

/** What a step computes of each element alone, as IEEE 754 says, to the last bit; or of all. */
sealed interface Operator permits Unary, Binary, Operator.Special {

  /** Operators that are not of one or two numbers. */
  enum Special implements Operator {
    /** {@code mask ≠ 0 ? x : y}. */
    SELECT,
    /** The largest of all elements, NaN if one is: one number. */
    LARGEST,
    /** The sum of all rows of as many elements as the output has: of all elements, if of one. */
    SUM_OF_ROWS
  }
}
