package org.normscape.experiments.run;

import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.spec.ExperimentSpec;

/** Carries out what a specification says. */
@FunctionalInterface
public interface Experiment {

  /**
   * Trains and measures.
   *
   * @param log where the measurements go
   * @param progress what is told on the way
   */
  void run(ExperimentSpec spec, Backend backend, Dataset data, RunLog log, Progress progress);
}
