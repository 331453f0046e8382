package org.normscape.experiments.spec;

import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.None;
import org.normscape.experiments.data.augment.PadCropFlip;

/**
 * What is trained and tested on.
 *
 * @param source the name of the data set
 * @param trainExamples how many training examples are used at most, from the first
 * @param testExamples how many test examples are used at most, from the first
 * @param batch the number of examples in a batch
 * @param augmentation how images are varied
 */
public record DataSpec(
    String source, int trainExamples, int testExamples, int batch, Variation augmentation) {

  /** How images are varied. */
  public enum Variation {
    /** Not at all. */
    NONE,
    /** Cut out of a larger image, and mirrored. */
    PAD_CROP_FLIP;

    /** The augmentation that does it. */
    public Augmentation augmentation() {
      return switch (this) {
        case NONE -> new None();
        case PAD_CROP_FLIP -> new PadCropFlip();
      };
    }
  }

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
