package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.own.Classes;
import org.normscape.experiments.data.own.IdxPart;

/**
 * Images of bytes and their labels in four files in the format IDX, as MNIST and its relatives have
 * them. Each may be packed by gzip, under its name with {@code .gz}.
 *
 * @param folder the folder; that of {@code --data}, else of {@code NORMSCAPE_DATA} if it is not set
 * @param trainImages the file of the images to train on: {@code [n, height, width]}, or with {@code
 *     channels} at the end
 * @param trainLabels the file of their labels: {@code [n]}, from 0 on
 * @param testImages the file of the images to test on
 * @param testLabels the file of their labels
 * @param classes the number of classes; one more than the largest label, each of which must have an
 *     example, if it is not set
 * @param side the height and the width of the images with zeros around them; as they are if it is
 *     not set
 */
@AutoService(DataSource.class)
public record IdxFiles(
    Optional<String> folder,
    String trainImages,
    String trainLabels,
    String testImages,
    String testLabels,
    Optional<Integer> classes,
    Optional<Integer> side)
    implements OwnData {

  public IdxFiles {
    classes.ifPresent(count -> Components.count(IdxFiles.class, "classes", count));
    side.ifPresent(length -> Components.count(IdxFiles.class, "side", length));
  }

  public IdxFiles() {
    this(
        Optional.empty(),
        "train-images-idx3-ubyte",
        "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String form() {
    return "IDX files";
  }

  @Override
  public Dataset load(DataContext context) {
    Path place = path(context);
    IdxPart train = new IdxPart(place, trainImages, trainLabels, side);
    IdxPart test = new IdxPart(place, testImages, testLabels, side);
    Classes names =
        classes
            .map(Classes::numbered)
            .orElseGet(() -> Classes.ofNumbers("\"%s\"".formatted(trainLabels), train.labels()));
    return train.part(names).tested(place, test.part(names));
  }
}
