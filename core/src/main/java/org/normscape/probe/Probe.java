package org.normscape.probe;

import java.util.List;
import java.util.Set;
import org.normscape.objective.Need;

/**
 * A measurement of an objective around a point, as a record that says what is measured and when.
 * Measuring changes nothing it is given. A record with an {@code @AutoService(Probe.class)} and a
 * public constructor without arguments can be named in a configuration.
 */
public interface Probe {

  /** At which steps it measures. */
  When when();

  /**
   * Everything that its readings may be of, with the quantities that are axes, in the order in
   * which reports list them.
   */
  List<Quantity> quantities();

  /**
   * What it has to know at every point that it measures. It is computed in one program with what
   * training and other probes need.
   */
  Set<Need> needs();

  /**
   * At which steps its instrument keeps where the network is, to measure from there later: at none
   * unless a probe says otherwise.
   */
  default When remembers() {
    return (step, steps) -> false;
  }

  /**
   * Whether a measurement is so long that its rows are kept in the {@link Situation#journal
   * journal} while it goes on. Whoever trains makes a checkpoint before it.
   */
  default boolean keepsRows() {
    return false;
  }

  /**
   * Checks that it can measure at a site. Nothing is compiled, so that an experiment can be refused
   * before it starts.
   *
   * @throws IllegalArgumentException when it cannot, naming the component of this record that
   *     stands in the way, or the layer
   */
  default void check(Site site) {
    // Most probes can measure any objective.
  }

  /**
   * Compiles what it runs, for one objective on one backend.
   *
   * @throws IllegalArgumentException when {@link #check} does
   */
  Instrument prepare(Site site);
}
