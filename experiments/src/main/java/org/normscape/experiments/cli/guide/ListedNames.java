package org.normscape.experiments.cli.guide;

import java.util.Iterator;
import java.util.stream.Stream;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.config.kind.Noun;

/** The headings of {@code normscape list}, which shells complete. */
final class ListedNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.concat(
            Stream.of(ListCommand.EXPERIMENTS, ListCommand.QUANTITIES),
            Extensions.reference().nouns().stream().map(Noun::name))
        .iterator();
  }
}
