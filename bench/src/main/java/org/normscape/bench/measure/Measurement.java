package org.normscape.bench.measure;

/** What the process of a case does. Implementations are the ways to measure. */
public interface Measurement {

  /** Opens what is measured, and takes samples, each in the unit of the question. */
  Visit visit(Pace pace);
}
