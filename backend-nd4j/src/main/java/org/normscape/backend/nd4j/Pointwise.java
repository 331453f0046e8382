package org.normscape.backend.nd4j;

import java.util.List;

/**
 * An operator on float64, element by element: steps of this kind can be run together.
 *
 * @param inputs of equal extents
 * @param output where the results go, in row-major order
 */
record Pointwise(Operator operator, List<View> inputs, Slot output) implements Recorded {

  @Override
  public List<Slot> reads() {
    return inputs.stream().map(View::slot).toList();
  }

  @Override
  public List<Slot> writes() {
    return List.of(output);
  }

  /** The number of elements. */
  int size() {
    return inputs.get(0).size();
  }

  /** Whether the output is made of all elements, and so is not there before all were met. */
  boolean isReduction() {
    return operator == Operator.Special.LARGEST;
  }
}
