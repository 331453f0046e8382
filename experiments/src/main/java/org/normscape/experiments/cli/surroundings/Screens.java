package org.normscape.experiments.cli.surroundings;

import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.progress.ProgressBars;
import org.normscape.experiments.run.progress.ProgressLines;

/** What progress looks like here. */
public final class Screens {

  /** How much is said. */
  public enum Voice {
    /** Progress, and where results are. */
    NORMAL,
    /** Where results are, and nothing else. */
    QUIET
  }

  private Screens() {}

  /** A bar on a terminal, lines elsewhere. */
  public static Progress progress(Surroundings surroundings) {
    return surroundings.terminal()
        ? new ProgressBars(surroundings.err(), surroundings.environment(), Terminal.columns())
        : new ProgressLines(surroundings.err(), surroundings.clock());
  }

  /** Nothing when quiet, otherwise a bar on a terminal and lines elsewhere. */
  public static Progress progress(Surroundings surroundings, Voice voice) {
    return voice == Voice.QUIET ? new NoProgress() : progress(surroundings);
  }
}
