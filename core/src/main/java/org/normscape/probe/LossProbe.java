package org.normscape.probe;

/**
 * A probe of a loss as a function of some of the parameters. It can measure wherever some of them
 * are there.
 */
public interface LossProbe extends BatchProbe {

  /** The loss, and the parameters of which it is taken to be a function. */
  ProbedLoss loss();

  @Override
  default ProbedBatch batch() {
    return loss().batch();
  }

  @Override
  default void check(Site site) {
    loss().objective(site);
  }
}
