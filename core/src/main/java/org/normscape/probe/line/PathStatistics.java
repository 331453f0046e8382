package org.normscape.probe.line;

import org.normscape.nn.Statistics;
import org.normscape.probe.Site;

/** Which statistics normalizations use between two networks. */
public enum PathStatistics {
  /** Those of the batch, at every place anew. */
  BATCH(Statistics.BATCH_FROZEN_RUNNING),
  /**
   * The running ones of both ends, mixed as the parameters are: they fit no network between, and a
   * barrier may be theirs alone.
   */
  RUNNING(Statistics.RUNNING),
  /**
   * Running ones that are collected at every place anew, from fresh training batches, as Izmailov
   * et al. (UAI 2018) and Garipov et al. (NeurIPS 2018) do.
   */
  RECOMPUTED(Statistics.RUNNING) {
    @Override
    PathStates prepare(Site site, int batches) {
      return new RecomputedStates(site, batches);
    }
  };

  private final Statistics used;

  PathStatistics(Statistics used) {
    this.used = used;
  }

  /** The statistics that the loss is measured with. */
  Statistics used() {
    return used;
  }

  /**
   * Compiles what the state between networks takes: nothing where it is mixed.
   *
   * @param batches from how many fresh batches statistics are recomputed
   */
  PathStates prepare(Site site, int batches) {
    return (point, situation, owner) -> point.state();
  }
}
