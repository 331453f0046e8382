package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which examples each step gets, and what they look like. */
final class BatchesTest {

  private static final int SIZE = 8;
  private static final Examples EXAMPLES = numbered(30);

  /** Images whose every value is their number, labelled by it. */
  private static Examples numbered(int count) {
    byte[] pixels = new byte[count * Examples.VALUES];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      Arrays.fill(pixels, i * Examples.VALUES, (i + 1) * Examples.VALUES, (byte) i);
      labels[i] = (byte) i;
    }
    return Examples.of(pixels, labels);
  }

  private static Batches batches(Examples examples, Augmentation augmentation, long seed) {
    return new Batches(examples, Standardization.of(examples), augmentation, SIZE, seed);
  }

  @Test
  void anEpochShowsEachExampleOnceAndLeavesOutTheRest() {
    Batches batches = batches(EXAMPLES, Augmentation.NONE, 1);
    assertThat(batches.perEpoch()).isEqualTo(3);
    for (int epoch = 0; epoch < 4; epoch++) {
      int first = epoch * 3;
      int[] labels =
          IntStream.range(first, first + 3)
              .flatMap(step -> Arrays.stream(batches.at(step).labels()))
              .toArray();
      assertThat(labels).hasSize(24).doesNotHaveDuplicates();
    }
    assertThat(batches.at(0).labels()).isNotEqualTo(batches.at(3).labels());
    assertThat(batches.at(0).labels())
        .isNotEqualTo(batches(EXAMPLES, Augmentation.NONE, 2).at(0).labels());
  }

  @Test
  void imagesBelongToTheirLabels() {
    Standardization standardization = Standardization.of(EXAMPLES);
    Batch batch = batches(EXAMPLES, Augmentation.NONE, 1).at(2);
    for (int i = 0; i < SIZE; i++) {
      double expected =
          (batch.labels()[i] / 255.0 - standardization.mean(0)) / standardization.deviation(0);
      assertThat(batch.images()[i * Examples.VALUES + 5]).isEqualTo((float) expected);
    }
  }

  @Test
  void theQueueGivesTheSameBatchesFromAnyStepOn() {
    Batches batches = batches(EXAMPLES, Augmentation.PAD_CROP_FLIP, 3);
    try (BatchQueue queue = new BatchQueue(batches, 5)) {
      for (int step = 5; step < 12; step++) {
        Batch next = queue.next();
        assertThat(next.labels()).isEqualTo(batches.at(step).labels());
        assertThat(next.images()).isEqualTo(batches.at(step).images());
      }
    }
  }

  @Test
  void standardizedExamplesHaveMeanZeroAndDeviationOne() {
    Examples examples = Procedural.generate(1, 64, 1).train();
    Batch all = batches(examples, Augmentation.NONE, 1).range(0, 64);
    for (int channel = 0; channel < Examples.CHANNELS; channel++) {
      int offset = channel;
      double[] values =
          IntStream.range(0, all.images().length / 3)
              .mapToDouble(i -> all.images()[3 * i + offset])
              .toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(1e-6));
      assertThat(square).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void aConstantChannelIsOnlyShifted() {
    Examples constant = Examples.of(new byte[8 * Examples.VALUES], new byte[8]);
    assertThat(batches(constant, Augmentation.NONE, 1).at(0).images()).containsOnly(0f);
  }

  @Test
  void cropsMoveAndMirror() {
    byte[] pixels = new byte[Examples.VALUES];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 3 % 32);
    }
    Examples columns = Examples.of(pixels, new byte[1]);
    Standardization standardization = Standardization.of(columns);
    float[] image = new float[Examples.VALUES];
    new Augmentation.View(2, -3, true).copy(columns, 0, standardization, image, 0);
    assertThat(image[3 * 0]).isEqualTo(standardization.apply(0, 28));
    assertThat(image[3 * 28]).isEqualTo(standardization.apply(0, 0));
    assertThat(image[3 * 29]).isZero();
    assertThat(image[3 * (32 * 29)]).isEqualTo(standardization.apply(0, 28));
    assertThat(image[3 * (32 * 30)]).isZero();
  }

  @Test
  void aBatchHasToFit() {
    assertThatThrownBy(
            () -> new Batches(EXAMPLES, Standardization.of(EXAMPLES), Augmentation.NONE, 31, 1))
        .hasMessage(
            "batch: must lie in [1, 30], the number of examples, but it is 31. To fix: take a smaller batch or more examples.");
  }
}
