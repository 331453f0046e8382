package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.file.EmbeddedFiles;
import org.normscape.experiments.data.file.KnownFiles;

/**
 * Fashion-MNIST: 60,000 + 10,000 grey photographs of 28×28 pixels in ten classes of clothing (Xiao,
 * Rasul, Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning
 * algorithms", 2017, arXiv 1708.07747). The first 5,000 + 1,000 come with Normscape.
 *
 * @param part which images: those that come with Normscape, or all, from the folder of {@code
 *     --data}, else of {@code NORMSCAPE_DATA}, else of Debian's package {@code
 *     dataset-fashion-mnist}
 * @param side the height and the width of the images, from 28 on; zeros, which are black as the
 *     background is, are put around them. With 32, the default, a VGG can halve them five times
 */
@AutoService(DataSource.class)
public record FashionMnist(Part part, int side) implements DataSource {

  /** Which of the images. */
  public enum Part {
    /** The first 5,000 to train on and the first 1,000 to test on, which come with Normscape. */
    EMBEDDED,
    /** All of them. */
    WHOLE
  }

  /** The four files. */
  public static final KnownFiles FILES = FashionMnistFiles.whole();

  private static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "trouser",
          "pullover",
          "dress",
          "coat",
          "sandal",
          "shirt",
          "sneaker",
          "bag",
          "ankle boot");

  public FashionMnist {
    MnistFormat.checkSide(FashionMnist.class, side);
  }

  public FashionMnist() {
    this(Part.EMBEDDED, 32);
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return FILES.areIn(place) && !Mnist.isIn(place)
        ? Optional.of(new FashionMnist(Part.WHOLE, new FashionMnist().side()))
        : Optional.empty();
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return part == Part.EMBEDDED ? none(context) : Optional.of(whole(context));
  }

  private static Optional<DataFolder> none(DataContext context) {
    context
        .asked()
        .ifPresent(
            path -> {
              throw UserError.usage(
                  "--data: must not be given for the part of Fashion-MNIST that comes with Normscape, but it is \"%s\". To fix: leave it out, or take all images with part = whole."
                      .formatted(path));
            });
    return Optional.empty();
  }

  private static DataFolder whole(DataContext context) {
    DataFolder system = FashionMnistFiles.system();
    return context
        .named()
        .filter(named -> context.asked().isPresent() || FILES.areIn(named))
        .orElse(system);
  }

  @Override
  public String describe(DataContext context) {
    return folder(context)
        .map(
            folder -> {
              FILES.check(folder);
              return "Fashion-MNIST in %s (%s)".formatted(folder.path(), folder.origin().word());
            })
        .orElse("the first 5,000 + 1,000 images of Fashion-MNIST, which come with Normscape");
  }

  @Override
  public Dataset load(DataContext context) {
    return folder(context)
        .map(folder -> dataset("fashion-mnist", FILES, FILES.read(folder)))
        .orElseGet(
            () -> {
              KnownFiles embedded = FashionMnistFiles.embedded();
              return dataset("fashion-mnist-5000", embedded, EmbeddedFiles.read(embedded));
            });
  }

  private Dataset dataset(String name, KnownFiles known, Map<String, byte[]> files) {
    return new MnistFormat(name, CLASSES, side).dataset(known, files);
  }
}
