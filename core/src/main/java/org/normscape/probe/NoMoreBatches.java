package org.normscape.probe;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/** No training examples beside the batch of the step. */
record NoMoreBatches() implements MoreBatches {

  @Override
  public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
    throw missing("fresh batches");
  }

  @Override
  public void withEvery(Consumer<Parameters<Array>> use) {
    throw missing("all data");
  }

  private static IllegalStateException missing(String wanted) {
    return new IllegalStateException(
        "MoreBatches: a probe that needs %s must be given them, but there is only the batch of the step. To fix: implement MoreBatches where the situation is made."
            .formatted(wanted));
  }
}
