package org.normscape.probe;

import java.util.List;

/** What a probe measured at one point, once: a record with everything that belongs to it. */
public interface Measurement {

  /** Its numbers, in the order in which they are recorded. */
  List<Reading> readings();
}
