package org.normscape.experiments.cli.verify;

import org.normscape.experiments.run.progress.Progress;

/**
 * Progress of one task among several, under a name of its own.
 *
 * @param progress where it is shown
 * @param label which task it is
 */
record Labelled(Progress progress, String label) implements Progress {

  @Override
  public void begin(String task, long units) {
    progress.begin(label, units);
  }

  @Override
  public void advance(long units, String detail) {
    progress.advance(units, detail);
  }

  @Override
  public void skip(long units, String detail) {
    progress.skip(units, detail);
  }

  @Override
  public void note(String line) {
    progress.note(line);
  }

  @Override
  public void close() {
    progress.close();
  }
}
