package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.own.CsvForm;
import org.normscape.experiments.data.own.CsvReading;
import org.normscape.experiments.data.own.CsvRows;
import org.normscape.experiments.data.own.Heading;
import org.normscape.experiments.data.own.Place;
import org.normscape.experiments.data.own.Split;
import org.normscape.experiments.data.own.Targeted;

/**
 * A table of text with a row for each example: a column of labels, which may be words, and columns
 * of numbers. It is one file, or {@code train.csv} and {@code test.csv} in a folder.
 *
 * @param folder the file, or the folder; that of {@code --data}, else of {@code NORMSCAPE_DATA} if
 *     it is not set
 * @param label the column of labels: its name, or without a heading its number, from 1 on
 * @param heading whether the first line names the columns
 * @param separator the character between cells
 * @param image where the numbers are intensities of images from 0 to 255: the height, the width and
 *     the channels of these. Otherwise they are used as they are
 * @param targets what the column of labels holds
 * @param split which examples are tested on where there is one file
 */
@AutoService(DataSource.class)
public record CsvTable(
    Optional<String> folder,
    String label,
    Heading heading,
    String separator,
    List<Integer> image,
    Targeted targets,
    Split split)
    implements OwnData {

  private static final String ENDING = ".csv";
  private static final String TRAIN = "train" + ENDING;
  private static final String TEST = "test" + ENDING;
  private static final int IMAGE_AXES = 3;

  public CsvTable {
    image = List.copyOf(image);
    Components.require(
        separator.length() == 1, CsvTable.class, "separator", "must be one character", separator);
    Components.require(
        image.isEmpty()
            || (image.size() == IMAGE_AXES && image.stream().allMatch(extent -> extent > 0)),
        CsvTable.class,
        "image",
        "must be [height, width, channels], or empty",
        image);
  }

  public CsvTable() {
    this(
        Optional.empty(),
        "label",
        Heading.FIRST_LINE,
        ",",
        List.of(),
        Targeted.CLASSES,
        new Split());
  }

  @Override
  public String form() {
    return "a table of text";
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    boolean isThere =
        Files.isDirectory(place.path())
            ? Files.isRegularFile(place.path().resolve(TRAIN))
            : Files.isRegularFile(place.path()) && place.path().toString().endsWith(ENDING);
    return isThere ? Optional.of(new CsvTable()) : Optional.empty();
  }

  @Override
  public Dataset load(DataContext context) {
    Path place = path(context);
    CsvForm form = new CsvForm(separator.charAt(0), heading, label);
    if (Files.isRegularFile(place)) {
      return split(place, place, form);
    }
    Place.list(place);
    return Files.exists(place.resolve(TEST))
        ? both(place, form)
        : split(place, place.resolve(TRAIN), form);
  }

  private Dataset split(Path place, Path file, CsvForm form) {
    CsvRows rows = form.read(file);
    CsvReading reading = CsvReading.of(rows, image, targets);
    return reading
        .part(rows, split.train(rows.size()))
        .tested(place, reading.part(rows, split.test(rows.size())));
  }

  private Dataset both(Path place, CsvForm form) {
    CsvRows train = form.read(place.resolve(TRAIN));
    CsvRows test = form.read(place.resolve(TEST));
    train.checkColumns(test);
    CsvReading reading = CsvReading.of(train, image, targets);
    return reading.part(train, train.all()).tested(place, reading.part(test, test.all()));
  }
}
