package org.normscape.experiments.verify;

import java.util.List;
import org.normscape.experiments.run.Progress;
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
    List<String> cells = spec.cells().stream().map(CellSpec::name).toList();
    int network = (int) (steps / spec.steps());
    return "step %d of cell %s, seed %d"
        .formatted(
            steps % spec.steps(),
            cells.get(network % cells.size()),
            spec.seeds().get(network / cells.size()));
  }
}
