package org.normscape.experiments.verify;

import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** Progress that nobody is shown, but that says where an experiment was when it was left. */
final class Whereabouts implements Progress {

  private final ExperimentSpec spec;
  private long steps;

  Whereabouts(ExperimentSpec spec) {
    this.spec = spec;
  }

  @Override
  public void begin(String task, long units) {
    steps = 0;
  }

  @Override
  public void advance(long units, String detail) {
    steps += units;
  }

  @Override
  public void note(String line) {
    // Nobody reads it.
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public String toString() {
    long left = steps;
    for (CellSpec cell : spec.cells()) {
      for (long seed : spec.seeds()) {
        if (left < cell.steps()) {
          return "step %s of cell %s, seed %s".formatted(left, cell.name(), seed);
        }
        left -= cell.steps();
      }
    }
    return "the end of the last cell";
  }
}
