package org.normscape.experiments.cli.guide;

import java.util.Iterator;
import java.util.stream.Stream;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.spec.Catalog;

/** Whatever can be described, which shells complete. */
final class DescribedNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.concat(Catalog.names().stream(), Extensions.reference().names().stream())
        .distinct()
        .sorted()
        .iterator();
  }
}
