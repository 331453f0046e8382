package org.normscape.experiments.cli.option;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;

/** What can be promised of numbers, in words that shells complete. */
public final class NumericsWords implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.of(Numerics.values())
        .map(numerics -> numerics.name().toLowerCase(Locale.ROOT))
        .iterator();
  }
}
