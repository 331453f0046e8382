package org.normscape.bench.measure;

import java.util.List;

/** What the process of a case does. Implementations are the ways to measure. */
public interface Measurement {

  /** Takes samples, each in the unit of the question. */
  List<Double> samples(Pace pace);
}
