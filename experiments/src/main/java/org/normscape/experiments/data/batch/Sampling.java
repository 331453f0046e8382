package org.normscape.experiments.data.batch;

import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.None;
import org.normscape.experiments.data.source.Auto;

/**
 * Which examples of a data set an experiment uses, and in what portions.
 *
 * @param source the data set
 * @param trainExamples how many training examples are used at most, from the first
 * @param testExamples how many test examples are used at most, from the first
 * @param batch the number of examples in a batch; one of all training examples is full-batch
 *     training, and has them in their own order
 * @param augmentation how training inputs are varied each time they are shown
 */
public record Sampling(
    DataSource source, int trainExamples, int testExamples, int batch, Augmentation augmentation) {

  public Sampling {
    Components.positive(Sampling.class, "trainExamples", trainExamples);
    Components.positive(Sampling.class, "testExamples", testExamples);
    Components.require(
        batch >= 1 && batch <= trainExamples,
        Sampling.class,
        "batch",
        "must be in [1, %d], the number of training examples".formatted(trainExamples),
        batch,
        "take a smaller batch or more examples");
  }

  /** All of CIFAR-10, or of what stands in for it, in batches of 128, as it is. */
  public Sampling() {
    this(new Auto(), 50_000, 10_000, 128, new None());
  }

  /** The examples that are used. */
  public Dataset load(DataContext context) {
    return source.load(context).first(trainExamples, testExamples);
  }

  /**
   * The same with what there is: the data set that was chosen here, and as many examples as it has.
   *
   * @param data what {@link #load} gave
   * @throws IllegalArgumentException when the batch is larger than that
   */
  public Sampling of(Dataset data, DataContext context) {
    return new Sampling(
        source.resolve(context), data.train().size(), data.test().size(), batch, augmentation);
  }
}
