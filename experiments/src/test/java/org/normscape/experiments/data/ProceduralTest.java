package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bytes of the embedded data set, and how hard it is. */
final class ProceduralTest {

  private static final Dataset DATA = Procedural.generate(1, 3_000, 1_000);

  @Test
  void theBytesAreTheSameOnEveryMachine() {
    assertThat(Procedural.generate(1, 200, 50).sha256())
        .isEqualTo(
            Map.of(
                "train",
                "cee0c4a2693dd5d2e6618df2a39cf968b4d8116a244040b9adb668a1dad2d445",
                "test",
                "e3b31d6d7fc7310098132ccd9e99279c5a8b99f29c8723d371ef822fb5962507"));
  }

  @Test
  void aSmallerSetIsTheStartOfALargerOne() {
    Examples small = Procedural.generate(1, 7, 1).train();
    for (int i = 0; i < small.size(); i++) {
      assertThat(small.image(i)).isEqualTo(DATA.train().image(i));
    }
  }

  @Test
  void classesAreBalancedAndSeedsDiffer() {
    for (int label = 0; label < Procedural.CLASSES; label++) {
      int wanted = label;
      assertThat(
              IntStream.range(0, DATA.test().size())
                  .filter(i -> DATA.test().label(i) == wanted)
                  .count())
          .isEqualTo(100);
    }
    assertThat(Procedural.generate(2, 1, 1).train().image(0)).isNotEqualTo(DATA.train().image(0));
  }

  @Test
  void pixelsTellALinearClassifierNextToNothing() {
    assertThat(Linear.accuracy(DATA, ProceduralTest::pixels)).isBetween(0.05, 0.25);
  }

  @Test
  void localStructureTellsTheClasses() {
    assertThat(Linear.accuracy(DATA, OrientedEnergy::features)).isBetween(0.45, 0.95);
  }

  private static double[] pixels(Examples examples, int example) {
    float[] image = examples.image(example);
    return IntStream.range(0, image.length).mapToDouble(i -> 2 * image[i] - 1).toArray();
  }
}
