package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.own.ArrayNames;
import org.normscape.experiments.data.own.ArrayStore;
import org.normscape.experiments.data.own.Axes;
import org.normscape.experiments.data.own.LabelledArrays;
import org.normscape.experiments.data.own.Split;
import org.normscape.experiments.data.own.Targeted;

/**
 * Arrays of NumPy with an example along their first axis: in one file {@code .npz}, or in files
 * {@code .npy}. Bytes {@code [n, height, width, channels]} or {@code [n, height, width]} are
 * intensities of images; other numbers are used as they are.
 *
 * @param folder the file {@code .npz}, or the folder; that of {@code --data}, else of {@code
 *     NORMSCAPE_DATA} if it is not set
 * @param arrays the names of the arrays
 * @param axes the order of the axes of images
 * @param targets what the arrays of targets hold
 * @param classes the number of classes; one more than the largest label, each of which must have an
 *     example, if it is not set
 * @param split which examples are tested on where there are no arrays to test on
 */
@AutoService(DataSource.class)
public record NumpyArrays(
    Optional<String> folder,
    ArrayNames arrays,
    Axes axes,
    Targeted targets,
    Optional<Integer> classes,
    Split split)
    implements OwnData {

  public NumpyArrays {
    classes.ifPresent(count -> Components.count(NumpyArrays.class, "classes", count));
  }

  public NumpyArrays() {
    this(
        Optional.empty(),
        new ArrayNames(),
        Axes.CHANNELS_LAST,
        Targeted.CLASSES,
        Optional.empty(),
        new Split());
  }

  @Override
  public String form() {
    return "arrays of NumPy";
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return ArrayStore.isAt(place.path()) ? Optional.of(new NumpyArrays()) : Optional.empty();
  }

  @Override
  public Dataset load(DataContext context) {
    ArrayStore store = ArrayStore.at(path(context));
    LabelledArrays train =
        LabelledArrays.in(store, "train", arrays.trainInputs(), arrays.trainTargets());
    LabelledArrays.Reading reading = LabelledArrays.Reading.of(train, axes, targets, classes);
    List<String> names = store.names();
    if (!names.contains(arrays.testInputs()) && !names.contains(arrays.testTargets())) {
      return reading
          .part(train, split.train(train.size()))
          .tested(path(context), reading.part(train, split.test(train.size())));
    }
    LabelledArrays test =
        LabelledArrays.in(store, "test", arrays.testInputs(), arrays.testTargets());
    return reading.part(train, train.all()).tested(path(context), reading.part(test, test.all()));
  }
}
