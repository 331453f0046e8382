package org.normscape.experiments.spec;

import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.source.Auto;

/**
 * What a network is trained and tested on.
 *
 * @param source where examples come from
 * @param trainExamples how many training examples are used, from the first; all when it is not set
 * @param testExamples how many test examples are used, from the first; all when it is not set
 * @param batch the number of examples in a batch; as many as there are is full-batch training
 * @param augmentation how an input is varied each time it is drawn
 */
public record DataSpec(
    DataSource source,
    Optional<Integer> trainExamples,
    Optional<Integer> testExamples,
    int batch,
    Augmentation augmentation) {

  /** Batches of 128 from what is at hand, as they are. */
  public DataSpec() {
    this(new Auto(), Optional.empty(), Optional.empty(), 128, new NoAugmentation());
  }

  public DataSpec {
    positive("trainExamples", trainExamples);
    positive("testExamples", testExamples);
    Components.positive(DataSpec.class, "batch", batch);
    Components.require(
        batch <= trainExamples.orElse(Integer.MAX_VALUE),
        DataSpec.class,
        "batch",
        "must be at most train-examples, here %s".formatted(trainExamples.orElse(0)),
        batch);
  }

  private static void positive(String component, Optional<Integer> count) {
    count.ifPresent(number -> Components.positive(DataSpec.class, component, number));
  }
}
