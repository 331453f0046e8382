package org.normscape.experiments.data.own;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Targets;

/**
 * An array of inputs and one of their targets.
 *
 * @param inputs what a network is shown
 * @param targets what it is to say
 */
public record LabelledArrays(ArrayPart inputs, ArrayPart targets) {

  /**
   * Two arrays of a store.
   *
   * @param part which part they are, for messages
   * @throws org.normscape.experiments.UserError when one is missing, or they are not of as many
   *     examples
   */
  public static LabelledArrays in(ArrayStore store, String part, String inputs, String targets) {
    LabelledArrays both =
        new LabelledArrays(
            array(store, "%s-inputs".formatted(part), inputs),
            array(store, "%s-targets".formatted(part), targets));
    if (both.inputs.size() != both.targets.size()) {
      throw Place.fault(
          store.path(),
          "must have a target for each input, but \"%s\" is %s and \"%s\" is %s"
              .formatted(
                  inputs, both.inputs.array().shape(), targets, both.targets.array().shape()),
          "save as many of both");
    }
    return both;
  }

  private static ArrayPart array(ArrayStore store, String key, String name) {
    List<String> names = store.names();
    if (!names.contains(name)) {
      throw Place.fault(
          store.path(),
          "must have an array \"%s\", but it has %s".formatted(name, names),
          "save the array, or name it with data.source.arrays." + key);
    }
    return new ArrayPart(name, store.array(name));
  }

  /** The number of examples. */
  public int size() {
    return inputs.size();
  }

  /** All places, in their order. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  /** Arrays as examples. */
  public interface Reading {

    /** The targets of some examples. */
    Targets targets(ArrayPart targets, int[] order);

    /** The order of the axes of images. */
    Axes axes();

    /** Some examples, by their places. */
    default Part part(LabelledArrays arrays, int[] order) {
      return new Part(
          new Examples(arrays.inputs.inputs(order, axes()), targets(arrays.targets, order)),
          Map.of(
              arrays.inputs.name(), Sha256.of(arrays.inputs.array().bytes()),
              arrays.targets.name(), Sha256.of(arrays.targets.array().bytes())));
    }

    /**
     * How arrays are read, as those to train on say.
     *
     * @param count the number of classes, where it is set
     */
    static Reading of(LabelledArrays train, Axes axes, Targeted targeted, Optional<Integer> count) {
      return switch (targeted) {
        case NUMBERS -> new AsNumbers(axes);
        case CLASSES -> new AsClasses(axes, classes(train.targets, count));
      };
    }

    private static Classes classes(ArrayPart train, Optional<Integer> count) {
      return count
          .map(Classes::numbered)
          .orElseGet(
              () -> Classes.ofNumbers("\"%s\"".formatted(train.name()), train.labels(train.all())));
    }
  }

  private record AsNumbers(Axes axes) implements Reading {

    @Override
    public Targets targets(ArrayPart targets, int[] order) {
      return targets.vectors(order);
    }
  }

  private record AsClasses(Axes axes, Classes classes) implements Reading {

    @Override
    public Targets targets(ArrayPart targets, int[] order) {
      String what = "\"%s\"".formatted(targets.name());
      return ClassLabels.of(what, classes.checked(what, targets.labels(order)), classes.names());
    }
  }
}
