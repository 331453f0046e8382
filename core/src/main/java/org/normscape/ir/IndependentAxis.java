package org.normscape.ir;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * An axis along which an operation treats each place alike and by itself: what it computes at one
 * place does not depend on the others, nor on how many there are.
 *
 * @param inputs for each input, which of its axes this is; {@link #NONE} where all places share it
 * @param outputs for each result, which of its axes this is; {@link #NONE} where the result is the
 *     sum over all places
 */
public record IndependentAxis(List<Integer> inputs, List<Integer> outputs) {

  /** In place of an axis, where a tensor does not have this one. */
  public static final int NONE = -1;

  public IndependentAxis {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** That of an operation with one result. */
  static IndependentAxis of(int output, Integer... inputs) {
    return new IndependentAxis(Arrays.asList(inputs), List.of(output));
  }

  /** That of an operation with one result, all of whose tensors have it in one place. */
  public static IndependentAxis everywhere(int axis, int inputs) {
    return new IndependentAxis(Collections.nCopies(inputs, axis), List.of(axis));
  }
}
