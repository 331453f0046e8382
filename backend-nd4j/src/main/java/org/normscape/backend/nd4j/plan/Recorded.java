package org.normscape.backend.nd4j.plan;

import java.util.List;

/** What was written down while a program was lowered. */
public interface Recorded {

  /** The slots whose contents it needs. */
  List<Slot> reads();

  /** The slots that it writes, wholly or in part. */
  List<Slot> writes();
}
