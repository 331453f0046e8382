package org.normscape.experiments.data;

import java.util.Arrays;
import org.normscape.random.RandomStream;

/**
 * The batch of each step. An epoch is a permutation of the examples, drawn from the seed and the
 * number of the epoch; what does not fill a batch at its end is left out. Any step can be asked for
 * at any time and gives the same batch, so that a run can go on where it stopped.
 *
 * @param examples the examples to draw from
 * @param standardization how intensities become inputs
 * @param augmentation how an image is varied each time it is drawn
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
          "batch: must lie in [1, %d], the number of examples, but it is %d. To fix: take a smaller batch or more examples."
              .formatted(examples.size(), size));
    }
  }

  /** The number of batches in an epoch. */
  public int perEpoch() {
    return examples.size() / size;
  }

  /** The batch of a step, counted from 0. */
  public Batch at(int step) {
    int epoch = step / perEpoch();
    int first = step % perEpoch() * size;
    int[] order = RandomStream.of(seed, "batches/epoch-" + epoch).permutation(examples.size());
    return batch(
        Arrays.copyOfRange(order, first, first + size),
        augmentation,
        RandomStream.of(seed, "batches/augmentation/step-" + step));
  }

  /** The examples {@code start} up to {@code limit} in their own order, as they are. */
  public Batch range(int start, int limit) {
    int[] order = new int[limit - start];
    Arrays.setAll(order, i -> start + i);
    return batch(order, Augmentation.NONE, RandomStream.of(seed, "batches/range"));
  }

  private Batch batch(int[] order, Augmentation augmentation, RandomStream random) {
    float[] images = new float[order.length * Examples.VALUES];
    int[] labels = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      augmentation
          .view(random)
          .copy(examples, order[i], standardization, images, i * Examples.VALUES);
      labels[i] = examples.label(order[i]);
    }
    return new Batch(images, labels);
  }
}
