package org.normscape.experiments.data.own;

import java.util.Arrays;
import org.normscape.component.Components;
import org.normscape.experiments.UserError;
import org.normscape.random.RandomStream;

/**
 * Which examples are tested on, where the data does not say so itself: a share of them, drawn with
 * a seed. The same seed gives the same examples on every machine.
 *
 * @param testShare the share of the examples that is tested on, which is one at least
 * @param seed what they are drawn with
 */
public record Split(double testShare, long seed) {

  private static final String SPLIT = "split";

  public Split {
    Components.require(
        testShare > 0 && testShare < 1, Split.class, "testShare", "must be in (0, 1)", testShare);
  }

  /** A fifth of the examples. */
  public Split() {
    this(0.2, 1);
  }

  /**
   * The places of the examples that are trained on, in an order that is drawn.
   *
   * @param count how many examples there are
   * @throws UserError when one part would be empty
   */
  public int[] train(int count) {
    return Arrays.copyOfRange(order(count, SPLIT), tested(count), count);
  }

  /** The places of the examples that are tested on; as {@link #train}. */
  public int[] test(int count) {
    return Arrays.copyOf(order(count, SPLIT), tested(count));
  }

  private int tested(int count) {
    int test = Math.max(1, (int) Math.round(count * testShare));
    if (test >= count) {
      throw UserError.failure(
          "data.source.split.test-share: must leave examples to train and to test on, but it is %s of %s examples. To fix: set another share, or add examples."
              .formatted(testShare, count));
    }
    return test;
  }

  /** All places up to a count, in an order that is drawn for a purpose. */
  public int[] order(int count, String purpose) {
    return RandomStream.of(seed, "own-data/" + purpose).permutation(count);
  }
}
