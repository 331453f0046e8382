package org.normscape.bench.measure;

/** Something prepared that can be run again and again. */
public interface Workload extends AutoCloseable {

  /** Does it once, and returns when it is done. */
  void run();

  /** What it has seen of its own numbers so far. */
  default Witness witness() {
    return Witness.NONE;
  }

  @Override
  void close();
}
