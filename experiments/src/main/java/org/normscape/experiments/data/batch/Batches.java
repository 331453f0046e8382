package org.normscape.experiments.data.batch;

import java.util.Arrays;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Standardization;
import org.normscape.random.RandomStream;

/**
 * The batch of each step. An epoch is a permutation of the examples, drawn from the seed and the
 * number of the epoch; what does not fill a batch at its end is left out. A batch of all examples
 * has them in their own order, so that it is the same at every step. Any step can be asked for at
 * any time and gives the same batch, so that a run can go on where it stopped.
 *
 * @param examples the examples to draw from
 * @param standardization how values become inputs
 * @param augmentation how an input is varied each time it is drawn
 * @param size the number of examples in a batch
 * @param seed the seed of the order and of the augmentation
 */
public record Batches(
    Examples examples,
    Standardization standardization,
    Augmentation augmentation,
    int size,
    long seed) {

  public Batches {
    if (size < 1 || size > examples.size()) {
      throw new IllegalArgumentException(
          "batch: must lie in [1, %s], the number of examples, but it is %s. To fix: take a smaller batch or more examples."
              .formatted(examples.size(), size));
    }
    augmentation.check(examples.inputs().shape());
  }

  /** Batches to train on. */
  public static Batches training(Dataset data, Augmentation augmentation, int size, long seed) {
    return new Batches(data.train(), data.standardization(), augmentation, size, seed);
  }

  /** Batches to test on: standardized as those to train on, and shown as they are. */
  public static Batches testing(Dataset data, int size, long seed) {
    return new Batches(data.test(), data.standardization(), new NoAugmentation(), size, seed);
  }

  /** The number of batches in an epoch. */
  public int perEpoch() {
    return examples.size() / size;
  }

  /** The batch of a step, counted from 0. */
  public Batch at(int step) {
    int first = step % perEpoch() * size;
    int[] order = Arrays.copyOfRange(epoch(step / perEpoch()), first, first + size);
    return batch(order, augmentation, RandomStream.of(seed, "batches/augmentation/step-" + step));
  }

  /** The examples {@code start} up to {@code limit} in their own order, as they are. */
  public Batch range(int start, int limit) {
    int[] order = new int[limit - start];
    Arrays.setAll(order, i -> start + i);
    return batch(order, new NoAugmentation(), RandomStream.of(seed, "batches/range"));
  }

  private int[] epoch(int number) {
    if (size < examples.size()) {
      return RandomStream.of(seed, "batches/epoch-" + number).permutation(examples.size());
    }
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private Batch batch(int[] order, Augmentation augmentation, RandomStream random) {
    return new Batch(
        order.length,
        examples.inputs().take(order, standardization, augmentation, random),
        examples.targets().take(order));
  }
}
