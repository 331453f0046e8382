package org.normscape.experiments.data.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.random.RandomStream;

/** Inputs and targets of any shape. */
final class ExamplesTest {

  private static final RandomStream UNUSED = RandomStream.of(1, "unused");

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static Images random(int count, Shape shape) {
    RandomStream random = RandomStream.of(5, "pixels");
    byte[] pixels = new byte[count * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(i % shape.dim(-1) == 0 ? 256 : 99);
    }
    return Images.of(pixels, shape);
  }

  @Test
  void standardizedImagesHaveMeanZeroAndDeviationOneInEachChannel() {
    for (int channels : new int[] {1, 2, 3, 4}) {
      Images images = random(20, Shape.of(6, 9, channels));
      float[] shown =
          images.take(all(20), images.standardization(), new NoAugmentation(), UNUSED).floats();
      for (int channel = 0; channel < channels; channel++) {
        int offset = channel;
        double[] values =
            IntStream.range(0, shown.length / channels)
                .mapToDouble(i -> shown[channels * i + offset])
                .toArray();
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-6));
        assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
            .isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void aConstantChannelIsOnlyShifted() {
    Images black = Images.of(new byte[8 * 6], Shape.of(1, 2, 3));
    Numbers shown = black.take(all(8), black.standardization(), new NoAugmentation(), UNUSED);
    assertThat(shown.floats()).containsOnly(0f);
  }

  @Test
  void paddedImagesAreInTheMiddle() {
    Images images = random(3, Shape.of(2, 3, 2));
    Images padded = images.padded(6);
    assertThat(padded.shape()).isEqualTo(Shape.of(6, 6, 2));
    assertThat(padded.size()).isEqualTo(3);
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 6; column++) {
        boolean inside = row >= 2 && row < 4 && column >= 1 && column < 4;
        assertThat(padded.intensity(2, row, column, 1))
            .isEqualTo(inside ? images.intensity(2, row - 2, column - 1, 1) : 0);
      }
    }
  }

  @Test
  void featuresAreUsedAsTheyAre() {
    double[] values = {0.1, 1e-20, 3, -4, 5, 1e9};
    Features features = Features.of(values, Shape.of(3));
    Numbers taken =
        features.take(new int[] {1, 0}, features.standardization(), new NoAugmentation(), UNUSED);
    assertThat(IntStream.range(0, 6).mapToDouble(taken::at))
        .containsExactly(-4.0, 5.0, 1e9, 0.1, 1e-20, 3.0);
  }

  @Test
  void firstExamplesAreAView() {
    Examples examples =
        new Examples(
            random(5, Shape.of(2, 2, 1)),
            ClassLabels.of("x", new int[] {0, 1, 0, 1, 1}, List.of("a", "b")));
    Examples first = examples.first(3);
    assertThat(first.size()).isEqualTo(3);
    assertThat(examples.first(99).size()).isEqualTo(5);
    assertThatThrownBy(() -> ((ClassLabels) first.targets()).label(3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ((Images) first.inputs()).intensity(3, 0, 0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void labelsOfNoClassAreRefused() {
    List<String> classes = List.of("a", "b", "c");
    assertThatThrownBy(() -> ClassLabels.of("letters", new int[] {0, 7}, classes))
        .hasMessage(
            "letters: labels must be from 0 to 2, since there are 3 classes, but label 1 is 7. To fix: number the classes from 0, or make as many logits as there are classes.");
    assertThatThrownBy(() -> ClassLabels.of("letters", new int[] {-1}, classes))
        .hasMessageContaining("label 0 is -1");
    assertThatThrownBy(() -> ClassLabels.of("letters", new byte[] {-1}, classes))
        .hasMessageContaining("label 0 is 255");
  }

  @Test
  void whatIsNotWholeIsRefused() {
    assertThatThrownBy(() -> Images.of(new byte[7], Shape.of(2, 2, 1)))
        .hasMessageContaining("but there are 7 for images [2,2,1]");
    assertThatThrownBy(() -> Images.of(new byte[8], Shape.of(2, 2)))
        .hasMessageContaining("images [height, width, channels]");
    assertThatThrownBy(() -> Features.of(new double[7], Shape.of(2)))
        .hasMessageContaining("but there are 7 for inputs [2]");
    assertThatThrownBy(
            () -> TargetVectors.of(new double[7], 2, new SquaredError(LossReduction.MEAN)))
        .hasMessageContaining("but there are 7 for vectors of 2");
    assertThatThrownBy(
            () ->
                new Examples(
                    random(2, Shape.of(2, 2, 1)), ClassLabels.of("x", new int[1], List.of("a"))))
        .hasMessageContaining("there are 2 inputs and 1 targets");
  }
}
