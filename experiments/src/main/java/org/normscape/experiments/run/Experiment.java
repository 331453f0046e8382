package org.normscape.experiments.run;

import org.normscape.backend.Backend;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;

/** Carries out what a specification says. */
@FunctionalInterface
public interface Experiment {

  /**
   * Trains and measures.
   *
   * @param data what its cells are trained and tested on
   * @param log where the measurements go
   * @param progress what is told on the way
   */
  void run(ExperimentSpec spec, Backend backend, Datasets data, RunLog log, Progress progress);
}
