package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;

/**
 * One operation of a plan.
 *
 * @param operation what is done
 * @param inputs what it reads
 * @param outputs what it writes, wholly
 */
record OperationStep(Operation operation, List<Operand> inputs, List<Operand> outputs)
    implements Recorded {

  OperationStep {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  @Override
  public List<Slot> reads() {
    return inputs.stream().map(Operand::slot).toList();
  }

  @Override
  public List<Slot> writes() {
    return outputs.stream().map(Operand::slot).toList();
  }
}
