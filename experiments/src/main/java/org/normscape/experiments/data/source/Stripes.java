package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.generate.Scene;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Ten classes of striped patches on 32×32 colour images that differ only in the direction of the
 * stripes, 18 degrees from one class to the next. Place, size, wavelength, phase, colours,
 * contrast, a second patch in the way and noise vary freely, and so does the direction by up to
 * half a class. No pixel tells anything by itself, so a linear classifier stays near chance. The
 * bytes are the same on every machine; a larger set starts with the examples of a smaller one.
 *
 * @param trainExamples the number of examples to train on
 * @param testExamples the number of examples to test on
 */
@AutoService(DataSource.class)
public record Stripes(int trainExamples, int testExamples) implements DataSource {

  private static final int CLASSES = 10;
  private static final Shape IMAGE = Shape.of(Scene.SIDE, Scene.SIDE, Scene.CHANNELS);

  public Stripes {
    Components.positive(Stripes.class, "trainExamples", trainExamples);
    Components.positive(Stripes.class, "testExamples", testExamples);
  }

  public Stripes() {
    this(10_000, 2_000);
  }

  @Override
  public String describe(DataContext context) {
    return "%s + %s images of stripes, which are drawn".formatted(trainExamples, testExamples);
  }

  @Override
  public Dataset load(DataContext context) {
    return draw(context.seed());
  }

  /** The data set that is drawn from a seed. */
  public Dataset draw(long seed) {
    byte[] train = pixels(seed, "train", trainExamples);
    byte[] test = pixels(seed, "test", testExamples);
    return new Dataset(
        "stripes",
        examples(train),
        examples(test),
        Map.of("train", Sha256.of(train), "test", Sha256.of(test)));
  }

  private static byte[] pixels(long seed, String part, int size) {
    byte[] pixels = new byte[size * IMAGE.size()];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            i -> {
              RandomStream random = RandomStream.of(seed, "procedural/" + part + "/" + i);
              Scene.draw(random, i % CLASSES, CLASSES).paint(random, pixels, i * IMAGE.size());
            });
    return pixels;
  }

  private static Examples examples(byte[] pixels) {
    List<String> classes =
        IntStream.range(0, CLASSES).mapToObj(i -> 180 * i / CLASSES + " degrees").toList();
    int[] labels = IntStream.range(0, pixels.length / IMAGE.size()).map(i -> i % CLASSES).toArray();
    return new Examples(Images.of(pixels, IMAGE), ClassLabels.of("stripes", labels, classes));
  }
}
