package org.normscape.experiments.task;

import java.util.List;

/** The networks that do the steps of a cell again, each on a backend of its own. */
record Twins(List<Twin> all) implements AutoCloseable {

  @Override
  public void close() {
    all.forEach(Twin::close);
  }
}
