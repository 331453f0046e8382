package org.normscape.probe.curvature;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.params.Parameters;
import org.normscape.probe.Situation;

/** On which examples a matrix is taken: the mean of those of some batches. */
public enum Examples {
  /** The batch of the step. */
  BATCH {
    @Override
    public void forEach(Situation situation, Consumer<Parameters<Array>> use) {
      use.accept(situation.batch());
    }
  },

  /** A batch that is drawn for the step, and that the network is not trained on at it. */
  FRESH {
    @Override
    public void forEach(Situation situation, Consumer<Parameters<Array>> use) {
      situation.more().withFresh(situation.step(), 0, use);
    }
  },

  /**
   * All training examples, batch by batch: each normalization takes its statistics of each batch.
   */
  ALL {
    @Override
    public void forEach(Situation situation, Consumer<Parameters<Array>> use) {
      situation.more().withEvery(use);
    }
  };

  /** Lends each batch. */
  public abstract void forEach(Situation situation, Consumer<Parameters<Array>> use);
}
