package org.normscape.probe;

import java.util.Set;
import org.normscape.objective.Need;

/**
 * A probe that measures on one batch and leaves open on which. It is written as if the batch were
 * that of the {@link Situation}.
 */
public interface BatchProbe extends Probe {

  /** On which batch it measures. */
  ProbedBatch batch();

  /** What it has to know at every point that it measures, on its batch. */
  Set<Need> needsOnBatch();

  /** Compiles what it runs on its batch, for a site that was {@link #check checked}. */
  Instrument prepareOnBatch(Site site);

  @Override
  default Set<Need> needs() {
    return batch().needs(this);
  }

  @Override
  default Instrument prepare(Site site) {
    check(site);
    return batch().prepare(this, site);
  }
}
