package org.normscape.experiments.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.augment.PadCropFlip;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Features;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.Standardization;
import org.normscape.experiments.data.example.TargetVectors;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.params.Parameters;

/** Which examples each step gets, and what they look like. */
final class BatchesTest {

  private static final int SIZE = 8;
  private static final Shape IMAGE = Shape.of(5, 4, 2);
  private static final Examples EXAMPLES = numbered(30);

  /** Images whose every value is their number, labelled by it. */
  private static Examples numbered(int count) {
    byte[] pixels = new byte[count * IMAGE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / IMAGE.size());
    }
    List<String> classes = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    int[] labels = IntStream.range(0, count).toArray();
    return new Examples(Images.of(pixels, IMAGE), ClassLabels.of("numbered", labels, classes));
  }

  private static Batches batches(Augmentation augmentation, int size, long seed) {
    return new Batches(EXAMPLES, EXAMPLES.inputs().standardization(), augmentation, size, seed);
  }

  @Test
  void anEpochShowsEachExampleOnceAndLeavesOutTheRest() {
    Batches batches = batches(new NoAugmentation(), SIZE, 1);
    assertThat(batches.perEpoch()).isEqualTo(3);
    for (int epoch = 0; epoch < 4; epoch++) {
      int first = epoch * 3;
      int[] labels =
          IntStream.range(first, first + 3)
              .flatMap(step -> Arrays.stream(batches.at(step).target().integers()))
              .toArray();
      assertThat(labels).hasSize(24).doesNotHaveDuplicates();
    }
    assertThat(labels(batches, 0)).isNotEqualTo(labels(batches, 3));
    assertThat(labels(batches, 0)).isNotEqualTo(labels(batches(new NoAugmentation(), SIZE, 2), 0));
    assertThat(labels(batches, 5)).isEqualTo(labels(batches(new PadCropFlip(2), SIZE, 1), 5));
  }

  private static int[] labels(Batches batches, int step) {
    return batches.at(step).target().integers();
  }

  @Test
  void aBatchOfAllExamplesHasThemInTheirOrderAtEveryStep() {
    Batches batches = batches(new NoAugmentation(), 30, 1);
    assertThat(batches.perEpoch()).isEqualTo(1);
    assertThat(labels(batches, 0)).isEqualTo(IntStream.range(0, 30).toArray());
    assertThat(labels(batches, 7)).isEqualTo(IntStream.range(0, 30).toArray());
    assertThat(Bits.of(batches, 7)).isEqualTo(Bits.of(List.of(batches.range(0, 30))));
  }

  @Test
  void imagesBelongToTheirLabels() {
    Standardization standardization = EXAMPLES.inputs().standardization();
    Batch batch = batches(new NoAugmentation(), SIZE, 1).at(2);
    assertThat(batch.input().size()).isEqualTo(SIZE * IMAGE.size());
    for (int i = 0; i < SIZE; i++) {
      double expected = standardization.apply(1, batch.target().at(i) / 255.0);
      assertThat(batch.input().at(i * IMAGE.size() + 5)).isEqualTo((float) expected);
    }
  }

  @Test
  void theQueueGivesTheSameBatchesFromAnyStepOn() {
    Batches batches = batches(new PadCropFlip(2), SIZE, 3);
    try (BatchQueue queue = new BatchQueue(batches, 5)) {
      for (int step = 5; step < 12; step++) {
        PreparedBatch next = queue.next();
        assertThat(next.step()).isEqualTo(step);
        assertThat(Bits.of(List.of(next.batch()))).isEqualTo(Bits.of(batches, step));
      }
    }
  }

  @Test
  void aBatchGoesToADeviceInTheTypesOfAnObjective() {
    Parameters<TensorType> types =
        Parameters.of("input", TensorType.float64(2, 3)).and("target", TensorType.float64(2, 1));
    try (Backend backend = Backends.open("reference")) {
      Batch batch = vectors().at(0);
      Parameters<Array> arrays = batch.upload(backend, types);
      assertThat(arrays.paths()).containsExactly("input", "target");
      assertThat(arrays.get("input").toDoubles()).containsExactly(0.1, 1, 2, 3, 4, 5);
      assertThat(arrays.get("target").toDoubles()).containsExactly(10, 20);
      arrays.values().forEach(Array::close);
      assertThatThrownBy(
              () -> batch.upload(backend, types.and("noise.layer", TensorType.float64(2))))
          .hasMessageContaining("no value is named \"noise.layer\"");
    }
  }

  private static Batches vectors() {
    Examples examples =
        new Examples(
            Features.of(new double[] {0.1, 1, 2, 3, 4, 5}, Shape.of(3)),
            TargetVectors.of(new double[] {10, 20}, 1, new SquaredError(LossReduction.MEAN)));
    return new Batches(examples, examples.inputs().standardization(), new NoAugmentation(), 2, 1);
  }

  @Test
  void aBatchHasToFit() {
    assertThatThrownBy(() -> batches(new NoAugmentation(), 31, 1))
        .hasMessage(
            "batch: must lie in [1, 30], the number of examples, but it is 31. To fix: take a smaller batch or more examples.");
  }

  @Test
  void vectorsCannotBeMirrored() {
    Batches vectors = vectors();
    assertThatThrownBy(
            () ->
                new Batches(vectors.examples(), vectors.standardization(), new PadCropFlip(), 2, 1))
        .hasMessage(
            "augmentation: pad-crop-flip must have images [height, width, channels], but inputs are [3]. To fix: write augmentation = none.");
  }
}
