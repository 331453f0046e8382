package org.normscape.probe;

import java.util.Set;
import org.normscape.objective.Need;

/** On which batch a probe measures. */
public enum ProbedBatch {
  /** The batch of the step: the one whose gradient moves the network. */
  STEP {
    @Override
    Set<Need> needs(BatchProbe probe) {
      return probe.needsOnBatch();
    }

    @Override
    Instrument prepare(BatchProbe probe, Site site) {
      return probe.prepareOnBatch(site);
    }
  },

  /**
   * A batch that is drawn for the step, and that the network is not trained on at it. What a probe
   * needs is computed on it in passes of its own; the update stays that of the step.
   */
  FRESH {
    @Override
    Set<Need> needs(BatchProbe probe) {
      return Set.of();
    }

    @Override
    Instrument prepare(BatchProbe probe, Site site) {
      return new FreshBatchInstrument(probe, site);
    }
  };

  /** What has to be known on the batch of the step. */
  abstract Set<Need> needs(BatchProbe probe);

  /** Compiles what a probe runs. */
  abstract Instrument prepare(BatchProbe probe, Site site);
}
