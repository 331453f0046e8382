package org.normscape.bench.question;

import org.normscape.bench.measure.Workload;

/** Training whose losses are not held against those of the others: they are not the same. */
record Unwatched(Workload training) implements Workload {

  @Override
  public void run() {
    training.run();
  }

  @Override
  public void close() {
    training.close();
  }
}
