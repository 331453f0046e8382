package org.normscape.experiments.spec;

import org.normscape.experiments.data.Augmentation;

/**
 * What is trained and tested on.
 *
 * @param trainExamples how many training examples are used at most, from the first
 * @param testExamples how many test examples are used at most, from the first
 * @param batch the number of examples in a batch
 * @param augmentation how images are varied
 */
public record DataSpec(int trainExamples, int testExamples, int batch, Augmentation augmentation) {

  public DataSpec {
    Rule.positive("train-examples", trainExamples);
    Rule.positive("test-examples", testExamples);
    Rule.require(
        batch >= 1 && batch <= trainExamples,
        "batch",
        "must lie in [1, train-examples], here [1, %d]".formatted(trainExamples),
        batch);
  }
}
