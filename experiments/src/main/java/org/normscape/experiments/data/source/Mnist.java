package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.file.KnownFiles;

/**
 * MNIST: 60,000 + 10,000 grey images of 28×28 pixels of the digits 0 to 9 (LeCun, Cortes, Burges).
 * Its folder is that of {@code --data}, else of {@code NORMSCAPE_DATA}, else {@code mnist} in the
 * cache. Every file is held against its SHA-256.
 *
 * @param side the height and the width of the images, from 28 on; zeros, which are black as the
 *     background is, are put around them. With 32, the default, a VGG can halve them five times
 */
@AutoService(DataSource.class)
public record Mnist(int side) implements DataSource {

  /** The four files. */
  public static final KnownFiles FILES =
      MnistFormat.files(
          "MNIST",
          "mnist",
          "put its four files there",
          List.of(
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private static final int CLASSES = 10;

  public Mnist {
    MnistFormat.checkSide(Mnist.class, side);
  }

  public Mnist() {
    this(32);
  }

  /** Whether a folder holds it, by its labels to train on: its files are called as others are. */
  static boolean isIn(DataFolder place) {
    return FILES.holds(place, MnistFormat.trainLabels());
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return isIn(place) ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return Optional.of(place(context));
  }

  private static DataFolder place(DataContext context) {
    return context.named().orElseGet(() -> context.cache(FILES.folder()));
  }

  @Override
  public String describe(DataContext context) {
    DataFolder folder = place(context);
    FILES.check(folder);
    return "MNIST in %s (%s)".formatted(folder.path(), folder.origin().word());
  }

  @Override
  public Dataset load(DataContext context) {
    List<String> digits = IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
    return new MnistFormat("mnist", digits, side).dataset(FILES, FILES.read(place(context)));
  }
}
