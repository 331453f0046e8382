package org.normscape.experiments.cli.option;

import java.util.Iterator;
import org.normscape.experiments.spec.Catalog;

/** The scales of our own experiments, which shells complete. */
public final class ScaleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Catalog.names().stream()
        .flatMap(name -> Catalog.scales(name).stream())
        .distinct()
        .sorted()
        .iterator();
  }
}
