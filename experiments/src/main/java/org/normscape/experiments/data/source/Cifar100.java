package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.own.Classes;
import org.normscape.experiments.data.own.Part;
import org.normscape.experiments.data.own.Place;
import org.normscape.ir.Shape;

/**
 * CIFAR-100 in its binary version: 50,000 + 10,000 photographs of 32×32 pixels in 100 classes, or
 * in 20 coarse ones (Krizhevsky, "Learning multiple layers of features from tiny images", 2009).
 * Its folder is that of {@code --data}, else of {@code NORMSCAPE_DATA}, else {@code
 * cifar-100-binary} in the cache.
 *
 * @param labels which of the two labels of an example
 */
@AutoService(DataSource.class)
public record Cifar100(Labels labels) implements DataSource {

  /** Which of the two labels of an example. */
  public enum Labels {
    /** One of 100 classes. */
    FINE(1, "fine_label_names.txt"),
    /** One of 20 groups of classes. */
    COARSE(0, "coarse_label_names.txt");

    private final int place;
    private final String names;

    Labels(int place, String names) {
      this.place = place;
      this.names = names;
    }
  }

  private static final String FOLDER = "cifar-100-binary";
  private static final String TRAIN = "train.bin";
  private static final String TEST = "test.bin";
  private static final String WHAT = "a file of CIFAR-100's binary version";
  private static final Shape IMAGE = Shape.of(32, 32, 3);
  private static final int PLANE = 32 * 32;
  private static final int RECORD = 2 + 3 * PLANE;

  public Cifar100() {
    this(Labels.FINE);
  }

  /** Whether a folder, or the usual one in it, holds its files. */
  static boolean isIn(DataFolder place) {
    Path inner = inner(place).path();
    return Files.isRegularFile(inner.resolve(TRAIN))
        && Files.isRegularFile(inner.resolve(Labels.FINE.names));
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return isIn(place) ? Optional.of(this) : Optional.empty();
  }

  private static DataFolder inner(DataFolder place) {
    DataFolder inner = place.resolve(FOLDER);
    return inner.exists() ? inner : place;
  }

  private static DataFolder place(DataContext context) {
    return inner(context.named().orElseGet(() -> context.cache(FOLDER)));
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return Optional.of(place(context));
  }

  @Override
  public String describe(DataContext context) {
    DataFolder place = place(context);
    if (!isIn(place)) {
      throw place.unusable(
          "CIFAR-100's binary version",
          "put its files there",
          "must hold %s, %s and %s, but \"%s\" does not"
              .formatted(TRAIN, TEST, labels.names, place.path()));
    }
    return "CIFAR-100 in %s (%s)".formatted(place.path(), place.origin().word());
  }

  @Override
  public Dataset load(DataContext context) {
    describe(context);
    Path folder = place(context).path();
    String names =
        new String(Place.bytes(folder.resolve(labels.names), WHAT), StandardCharsets.UTF_8);
    Classes classes = new Classes(names.lines().filter(name -> !name.isBlank()).toList());
    Dataset both =
        part(folder.resolve(TRAIN), classes).tested(folder, part(folder.resolve(TEST), classes));
    return new Dataset("cifar-100", both.train(), both.test(), both.sha256());
  }

  private Part part(Path file, Classes classes) {
    byte[] content = Place.bytes(file, WHAT);
    int count = content.length / RECORD;
    if (count == 0 || content.length % RECORD != 0) {
      throw Place.fault(
          file,
          "must have whole records of %s bytes, but it has %s bytes"
              .formatted(RECORD, content.length),
          "take the file from the archive again");
    }
    int[] numbers = new int[count];
    byte[] pixels = new byte[count * IMAGE.size()];
    for (int example = 0; example < count; example++) {
      int start = example * RECORD;
      numbers[example] = Byte.toUnsignedInt(content[start + labels.place]);
      Cifar10.interleave(content, start + 2, pixels, example * IMAGE.size());
    }
    String what = "\"%s\"".formatted(file);
    return new Part(
        new Examples(
            Images.of(pixels, IMAGE),
            ClassLabels.of(what, classes.checked(what, numbers), classes.names())),
        Map.of(Place.name(file), Sha256.of(ByteBuffer.wrap(content))));
  }
}
