package org.normscape.experiments.cli.option;

import java.util.Iterator;
import java.util.List;

/** The names of our own backends, which shells complete. */
public final class BackendNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return List.of("tensorflow", "nd4j", "reference").iterator();
  }
}
