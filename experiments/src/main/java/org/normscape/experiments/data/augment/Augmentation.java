package org.normscape.experiments.data.augment;

import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** How an input is varied each time it is shown to a network in training. */
public interface Augmentation {

  /**
   * An input as it is shown this time.
   *
   * @param shape its shape, channels last
   * @param input its standardized values, row-major, which are not changed: 0 is the mean
   * @param random what varies it
   */
  double[] vary(Shape shape, double[] input, RandomStream random);

  /**
   * Whether inputs of a shape can be varied so.
   *
   * @throws IllegalArgumentException when they cannot
   */
  default void check(Shape shape) {}
}
