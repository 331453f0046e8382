package org.normscape.experiments.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** What is cut out of images of any size. */
final class PadCropFlipTest {

  private static final Shape SHAPE = Shape.of(3, 5, 2);

  /** An image each of whose values tells where it is: row, column and channel, from 1 on. */
  private static final double[] IMAGE =
      IntStream.range(0, 30)
          .mapToDouble(i -> 100 * (i / 10 + 1) + 10 * (i / 2 % 5 + 1) + i % 2 + 1)
          .toArray();

  @Test
  void everyShiftOccursWithAndWithoutMirror() {
    Set<String> seen = new HashSet<>();
    RandomStream random = RandomStream.of(1, "test");
    for (int i = 0; i < 1_000; i++) {
      double[] view = new PadCropFlip(1).vary(SHAPE, IMAGE, random);
      seen.add(Arrays.toString(view));
      assertThat(seen(view)).as("the middle is always seen").contains(231.0, 232.0);
    }
    assertThat(seen).hasSize(3 * 3 * 2).contains(Arrays.toString(IMAGE));
  }

  private static double[] seen(double[] view) {
    return Arrays.stream(view).filter(value -> value != 0).toArray();
  }

  @Test
  void rowsColumnsAndChannelsStayTogether() {
    RandomStream random = RandomStream.of(2, "test");
    for (int i = 0; i < 200; i++) {
      double[] view = new PadCropFlip(2).vary(SHAPE, IMAGE, random);
      double[] first = seen(view);
      double step = 10 * Math.signum(first[2] - first[0]);
      for (int j = 0; j + 1 < first.length; j += 2) {
        assertThat(first[j + 1]).isEqualTo(first[j] + 1);
        boolean sameRow = j + 2 < first.length && (int) first[j] / 100 == (int) first[j + 2] / 100;
        assertThat(sameRow ? first[j + 2] - first[j] : step).isEqualTo(step);
      }
    }
  }

  @Test
  void anImageIsNeverShiftedOutOfSight() {
    new PadCropFlip(2).check(SHAPE);
    assertThatThrownBy(() -> new PadCropFlip(3).check(SHAPE))
        .hasMessage(
            "augmentation: padding must be less than the height and the width of an image, but it is 3 for images [3,5,2]. To fix: pad less.");
    assertThatThrownBy(() -> new PadCropFlip(-1))
        .hasMessageContaining("padding must be at least 0, but it is -1");
  }

  @Test
  void withoutPaddingAnImageIsOnlyMirrored() {
    RandomStream random = RandomStream.of(3, "test");
    Set<Double> corners = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      double[] view = new PadCropFlip(0).vary(SHAPE, IMAGE, random);
      assertThat(view).containsExactlyInAnyOrder(IMAGE);
      corners.add(view[0]);
    }
    assertThat(corners).containsExactlyInAnyOrder(111.0, 151.0);
  }
}
