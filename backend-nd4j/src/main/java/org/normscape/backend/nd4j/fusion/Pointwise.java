package org.normscape.backend.nd4j.fusion;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/**
 * An operator on float32 or float64, element by element: steps of this kind can be run together.
 *
 * @param inputs of equal extents
 * @param output where the results go, in row-major order
 * @param operator what is done to each element
 */
public record Pointwise(Operator operator, List<View> inputs, Slot output) implements Recorded {

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

  /** The type of all elements. */
  DataType dtype() {
    return output.dtype();
  }

  /** Whether the output is made of all elements, and so is not there before all were met. */
  boolean isReduction() {
    return operator instanceof Operator.OfAll;
  }

  /** The length of the rows that are summed, 0 where none are. */
  int row() {
    return operator.row(output.length());
  }

  /** The number of elements of which something is found: all, unless they are cut. */
  int section() {
    return size() / operator.sections();
  }

  /** Whether both can be done to one block after the other. */
  boolean isLike(Pointwise other) {
    return size() == other.size()
        && dtype() == other.dtype()
        && (!isReduction() || !other.isReduction() || section() == other.section())
        && (row() <= 1 || other.row() <= 1 || row() == other.row());
  }
}
