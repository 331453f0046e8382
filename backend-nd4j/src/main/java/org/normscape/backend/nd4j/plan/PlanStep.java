package org.normscape.backend.nd4j.plan;

import java.util.List;

/**
 * One call of a plan.
 *
 * @param reads the slots whose contents it needs
 * @param writes the slots that it writes, wholly or in part
 * @param replaceable the slots among those read whose memory the first one written may take over,
 *     where nothing reads them later
 * @param call what is called, once memory is there
 */
public record PlanStep(List<Slot> reads, List<Slot> writes, List<Slot> replaceable, Call call)
    implements Recorded {

  /** A call in waiting for its memory. */
  @FunctionalInterface
  public interface Call {

    /** The call on the memory that {@code binding} gives. */
    Runnable bind(Binding binding);
  }
}
