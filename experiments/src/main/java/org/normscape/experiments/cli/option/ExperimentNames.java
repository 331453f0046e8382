package org.normscape.experiments.cli.option;

import java.util.Iterator;
import org.normscape.experiments.spec.Catalog;

/** The names of our own experiments, which shells complete. */
public final class ExperimentNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Catalog.names().iterator();
  }
}
