package org.normscape.objective;

import org.normscape.backend.Array;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The compiled program of some {@link Needs}. */
public final class Finder implements AutoCloseable {

  private final Needs needs;
  private final NamedExecutable executable;

  Finder(Needs needs, NamedExecutable executable) {
    this.needs = needs;
    this.executable = executable;
  }

  /**
   * Runs the program.
   *
   * @param point where; it stays as it is
   * @param batch the batch, by the objective's paths; it stays as it is
   * @param owner whom the arrays belong to that are found
   */
  public Findings find(Point<Array> point, Parameters<Array> batch, Owner owner) {
    return new Findings(needs, executable.run(point.with(batch), owner), owner);
  }

  @Override
  public void close() {
    executable.close();
  }
}
