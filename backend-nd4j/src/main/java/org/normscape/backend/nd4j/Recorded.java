package org.normscape.backend.nd4j;

import java.util.List;

/** What was written down while a program was lowered. */
sealed interface Recorded permits Step, Pointwise {

  /** The slots whose contents it needs. */
  List<Slot> reads();

  /** The slots that it writes, wholly or in part. */
  List<Slot> writes();
}
