package org.normscape.experiments.data.example;

import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** What a network is shown, one input for each example, however they are kept. Immutable. */
public interface Inputs {

  /** The number of inputs. */
  int size();

  /** The shape of one input, channels last, such as {@code [32, 32, 3]} or {@code [10]}. */
  Shape shape();

  /** The first {@code count} inputs, or all when there are fewer. */
  Inputs first(int count);

  /**
   * What brings each channel of these inputs to mean 0 and deviation 1; {@link
   * Standardization#none} where inputs are used as they are.
   */
  Standardization standardization();

  /**
   * Some inputs, one after another, as they are shown: {@code [n, …shape]}.
   *
   * @param order which, by their places
   * @param standardization how values become inputs, which is usually that of the training examples
   * @param augmentation how an input is varied
   * @param random what varies it
   */
  Numbers take(
      int[] order, Standardization standardization, Augmentation augmentation, RandomStream random);
}
