package org.normscape.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The compiled program of some {@link Needs}. */
public final class Finder implements AutoCloseable {

  private final Needs needs;
  private final NamedExecutable executable;

  /** For each function, where its results stand among all. */
  private final List<Results<Integer>> positions;

  Finder(Needs needs, NamedExecutable executable) {
    this.needs = needs;
    this.executable = executable;
    Parameters<?> results = executable.program().results();
    Parameters<Integer> all =
        Parameters.like(results, IntStream.range(0, results.size()).boxed().toList());
    this.positions =
        needs.functions().stream().map(function -> Needs.results(all, function)).toList();
  }

  /**
   * Runs the program.
   *
   * @param point where; it stays as it is
   * @param batch the batch, by the objective's paths; it stays as it is
   * @param owner whom the arrays belong to that are found
   */
  public Findings find(Point<Array> point, Parameters<Array> batch, Owner owner) {
    List<Array> results = executable.run(point.with(batch), owner).values();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      found.add(Found.of(needs.functions().get(i), positions.get(i).map(results::get), owner));
    }
    return new Findings(needs, found);
  }

  @Override
  public void close() {
    executable.close();
  }
}
