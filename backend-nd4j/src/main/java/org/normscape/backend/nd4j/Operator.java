package org.normscape.backend.nd4j;

/** What a step computes of each element alone; all of it as IEEE 754 says, to the last bit. */
sealed interface Operator permits Unary, Binary, Operator.Special {

  /** Operators that are not of one or two numbers. */
  enum Special implements Operator {
    /** {@code mask ≠ 0 ? x : y}. */
    SELECT,
    /** The largest of all elements, NaN if one is: the only operator that gives one number. */
    LARGEST
  }
}
