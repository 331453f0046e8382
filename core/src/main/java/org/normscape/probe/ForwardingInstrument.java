package org.normscape.probe;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/** An instrument around another one: everything but measuring is the other's. */
interface ForwardingInstrument extends Instrument {

  /** What this is around. */
  Instrument instrument();

  @Override
  default void remember(int step, Point<Array> point) {
    instrument().remember(step, point);
  }

  @Override
  default Parameters<Array> memory() {
    return instrument().memory();
  }

  @Override
  default void recall(Parameters<Array> memory) {
    instrument().recall(memory);
  }

  @Override
  default void close() {
    instrument().close();
  }
}
