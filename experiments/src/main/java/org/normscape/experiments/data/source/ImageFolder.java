package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.own.Classes;
import org.normscape.experiments.data.own.Colour;
import org.normscape.experiments.data.own.PictureExamples;
import org.normscape.experiments.data.own.PictureFolder;
import org.normscape.experiments.data.own.PictureFolder.Labelled;
import org.normscape.experiments.data.own.Split;

/**
 * Pictures in PNG or JPEG, in a sub-folder for each class, which gives the class its name. The
 * sub-folders lie in folders {@code train} and {@code test} (or {@code val}), or in the folder
 * itself: then {@code split} says which pictures are tested on.
 *
 * @param folder the folder; that of {@code --data}, else of {@code NORMSCAPE_DATA} if it is not set
 * @param colour the channels of the images
 * @param side the height and the width to which each picture is resized, each pixel becoming the
 *     mean of the area that it covers; without it, pictures must be of one size
 * @param split which pictures are tested on where the folders do not say so; its seed also orders
 *     those of each part, which lie class by class
 */
@AutoService(DataSource.class)
public record ImageFolder(
    Optional<String> folder, Colour colour, Optional<Integer> side, Split split)
    implements OwnData {

  public ImageFolder {
    side.ifPresent(length -> Components.count(ImageFolder.class, "side", length));
  }

  public ImageFolder() {
    this(Optional.empty(), Colour.OF_THE_FILES, Optional.empty(), new Split());
  }

  @Override
  public String form() {
    return "pictures by class";
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return new PictureFolder(place.path()).hasPictures()
        ? Optional.of(new ImageFolder())
        : Optional.empty();
  }

  @Override
  public Dataset load(DataContext context) {
    PictureFolder from = new PictureFolder(path(context));
    return from.train().map(train -> divided(from, train)).orElseGet(() -> split(from));
  }

  /** The folders say what is tested on. */
  private Dataset divided(PictureFolder from, Path trainFolder) {
    List<Labelled> train = PictureFolder.pictures(trainFolder);
    List<Labelled> test = PictureFolder.pictures(from.test().orElse(from.path().resolve("test")));
    PictureExamples how = new PictureExamples(colour, side, classes(train));
    return how.of("train", PictureFolder.taken(train, split.order(train.size(), "train")))
        .tested(
            from.path(),
            how.of("test", PictureFolder.taken(test, split.order(test.size(), "test"))));
  }

  private Dataset split(PictureFolder from) {
    List<Labelled> all = PictureFolder.pictures(from.path());
    PictureExamples how = new PictureExamples(colour, side, classes(all));
    return how.of("train", PictureFolder.taken(all, split.train(all.size())))
        .tested(from.path(), how.of("test", PictureFolder.taken(all, split.test(all.size()))));
  }

  private static Classes classes(List<Labelled> pictures) {
    return Classes.ofWords(pictures.stream().map(Labelled::label).toList());
  }
}
