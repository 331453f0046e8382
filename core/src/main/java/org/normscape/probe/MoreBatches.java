package org.normscape.probe;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/** The training examples beside the batch of a step. What is lent is closed after its use. */
public interface MoreBatches {

  /** No examples but the batch. */
  MoreBatches NONE = new NoMoreBatches();

  /**
   * Lends another batch, drawn for a step: the same for the same step and number.
   *
   * @param number 0 for the first one, 1 for the second
   * @throws IllegalStateException when there are no examples but the batch
   */
  void withFresh(int step, int number, Consumer<Parameters<Array>> use);

  /**
   * Lends all examples batch by batch, each once, in an order that never changes. What does not
   * fill a batch is left out.
   *
   * @throws IllegalStateException when there are no examples but the batch
   */
  void withEvery(Consumer<Parameters<Array>> use);
}
