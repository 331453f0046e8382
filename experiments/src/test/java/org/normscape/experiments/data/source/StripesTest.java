package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Images;

/** The bytes of the embedded data set, and how hard it is. */
final class StripesTest {

  private static final Dataset DATA = new Stripes(3_000, 1_000).draw(1);
  private static final Images TRAIN = (Images) DATA.train().inputs();

  @Test
  void theBytesAreTheSameOnEveryMachine() {
    assertThat(new Stripes(200, 50).draw(1).sha256())
        .isEqualTo(
            Map.of(
                "train",
                "cee0c4a2693dd5d2e6618df2a39cf968b4d8116a244040b9adb668a1dad2d445",
                "test",
                "e3b31d6d7fc7310098132ccd9e99279c5a8b99f29c8723d371ef822fb5962507"));
  }

  @Test
  void aSmallerSetIsTheStartOfALargerOne() {
    Images small = (Images) new Stripes(7, 1).draw(1).train().inputs();
    for (int i = 0; i < small.size(); i++) {
      assertThat(Pixels.of(small, i)).isEqualTo(Pixels.of(TRAIN, i));
    }
  }

  @Test
  void classesAreBalancedAndSeedsDiffer() {
    ClassLabels labels = (ClassLabels) DATA.test().targets();
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(IntStream.range(0, labels.size()).filter(i -> labels.label(i) == wanted))
          .hasSize(100);
    }
    Images others = (Images) new Stripes(1, 1).draw(2).train().inputs();
    assertThat(Pixels.of(others, 0)).isNotEqualTo(Pixels.of(TRAIN, 0));
  }

  @Test
  void pixelsTellALinearClassifierNextToNothing() {
    assertThat(Linear.accuracy(DATA, StripesTest::centered)).isBetween(0.05, 0.25);
  }

  @Test
  void localStructureTellsTheClasses() {
    assertThat(Linear.accuracy(DATA, OrientedEnergy::features)).isBetween(0.45, 0.95);
  }

  private static double[] centered(Images images, int example) {
    return Arrays.stream(Pixels.of(images, example)).map(value -> 2 * value - 1).toArray();
  }
}
