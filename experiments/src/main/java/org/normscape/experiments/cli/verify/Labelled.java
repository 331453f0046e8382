package org.normscape.experiments.cli.verify;

import org.normscape.experiments.run.progress.ForwardingProgress;
import org.normscape.experiments.run.progress.Progress;

/**
 * Progress of one task among several, under a name of its own.
 *
 * @param progress where it is shown
 * @param label which task it is
 */
record Labelled(Progress progress, String label) implements ForwardingProgress {

  @Override
  public void begin(String task, long units) {
    progress.begin(label, units);
  }
}
