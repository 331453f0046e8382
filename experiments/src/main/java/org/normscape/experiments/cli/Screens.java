package org.normscape.experiments.cli;

import org.normscape.experiments.run.NoProgress;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.ProgressBars;
import org.normscape.experiments.run.ProgressLines;

/** What progress looks like here. */
final class Screens {

  /** How much is said. */
  enum Voice {
    NORMAL,
    QUIET
  }

  private Screens() {}

  /** A bar on a terminal, lines elsewhere. */
  static Progress progress(Surroundings surroundings) {
    return surroundings.terminal()
        ? new ProgressBars(surroundings.err(), surroundings.environment())
        : new ProgressLines(surroundings.err(), surroundings.clock());
  }

  /** Nothing when quiet, otherwise a bar on a terminal and lines elsewhere. */
  static Progress progress(Surroundings surroundings, Voice voice) {
    return voice == Voice.QUIET ? new NoProgress() : progress(surroundings);
  }
}
