package org.normscape.probe.grid;

import java.util.List;

/** The places on an axis at which something is measured. Implementations are records. */
public interface Grid {

  /** The places, in order. */
  List<Double> places();
}
