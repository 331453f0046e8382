package org.normscape.probe;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.normscape.backend.Array;
import org.normscape.objective.Finder;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The program of what one probe needs, where no training finds it; none where it needs nothing. */
final class OwnProgram implements AutoCloseable {

  private final Optional<Finder> finder;

  /** Compiles the program. */
  OwnProgram(Set<Need> needs, Site site) {
    this.finder =
        needs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Needs.of(site.objectives(), needs).compile(site.backend(), site.numerics()));
  }

  /**
   * What is found at a point, on a batch, by need.
   *
   * @param owner whom the arrays belong to that are found
   */
  Function<Need, Found> find(Point<Array> point, Parameters<Array> batch, Owner owner) {
    return finder
        .<Function<Need, Found>>map(f -> f.find(point, batch, owner)::of)
        .orElse(OwnProgram::nothing);
  }

  private static Found nothing(Need need) {
    throw new IllegalArgumentException(
        "Probe: what it looks up must be one of its needs, but %s is not: it has none. To fix: name it in needs()."
            .formatted(need));
  }

  @Override
  public void close() {
    finder.ifPresent(Finder::close);
  }
}
