package org.normscape.bench.measure;

/** Something prepared that gives a number each time it is read, such as a ratio of two times. */
public interface Gauge extends AutoCloseable {

  /** Reads it, in the unit of the question. */
  double read();

  @Override
  void close();
}
