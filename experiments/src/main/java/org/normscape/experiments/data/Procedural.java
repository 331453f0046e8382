package org.normscape.experiments.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.random.RandomStream;

/**
 * The embedded data set: ten classes of striped patches that differ only in the direction of the
 * stripes, 18 degrees from one class to the next. Place, size, wavelength, phase, colours,
 * contrast, a second patch in the way and noise vary freely, and so does the direction by up to
 * half a class. No pixel tells anything by itself, so a linear classifier stays near chance. The
 * bytes are the same on every machine.
 */
public final class Procedural {

  /** The number of classes. */
  public static final int CLASSES = 10;

  private static final int TRAIN = 10_000;
  private static final int TEST = 2_000;

  private Procedural() {}

  /** The data set of the usual size: 10,000 examples to train on and 2,000 to test on. */
  public static Dataset generate(long seed) {
    return generate(seed, TRAIN, TEST);
  }

  /** The data set of this size; a larger one starts with the examples of a smaller one. */
  public static Dataset generate(long seed, int train, int test) {
    List<String> classes =
        IntStream.range(0, CLASSES).mapToObj(i -> 180 * i / CLASSES + " degrees").toList();
    Part trainPart = new Part(seed, "train", train);
    Part testPart = new Part(seed, "test", test);
    return new Dataset(
        "procedural",
        trainPart.examples(),
        testPart.examples(),
        classes,
        Map.of("train", Sha256.of(trainPart.pixels), "test", Sha256.of(testPart.pixels)));
  }

  /** Training or test examples, while they are drawn. */
  private static final class Part {

    private final byte[] pixels;
    private final byte[] labels;

    Part(long seed, String name, int size) {
      pixels = new byte[size * Examples.VALUES];
      labels = new byte[size];
      IntStream.range(0, size)
          .parallel()
          .forEach(i -> draw(RandomStream.of(seed, "procedural/" + name + "/" + i), i));
    }

    private void draw(RandomStream random, int example) {
      labels[example] = (byte) (example % CLASSES);
      Scene.draw(random, example % CLASSES).paint(random, pixels, example * Examples.VALUES);
    }

    Examples examples() {
      return Examples.of(pixels, labels);
    }
  }
}
