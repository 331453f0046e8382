package org.normscape.experiments.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.ir.Shape;

/** How a library names the arrays of a network in a file, and lays them out. */
public enum Convention {
  /**
   * As here: paths such as {@code conv1.weight} and {@code norm1.mean}, filters {@code
   * [height,width,in,out]}, matrices {@code [in,out]}. Checkpoints are written so.
   */
  NORMSCAPE(Map.of(), Layout.INPUT_FIRST),
  /**
   * PyTorch's {@code state_dict}: {@code weight}, {@code bias}, {@code running_mean}, {@code
   * running_var}; filters {@code [out,in,height,width]}, matrices {@code [out,in]}, channels before
   * places where images become rows.
   */
  PYTORCH(
      Map.of(
          "weight", "weight",
          "bias", "bias",
          "running_mean", "mean",
          "running_var", "variance"),
      Layout.OUTPUT_FIRST),
  /**
   * Keras 3: {@code kernel}, {@code bias}, {@code gamma}, {@code beta}, {@code moving_mean}, {@code
   * moving_variance}; layouts as here.
   */
  KERAS(
      Map.of(
          "kernel", "weight",
          "bias", "bias",
          "gamma", "scale",
          "beta", "shift",
          "moving_mean", "mean",
          "moving_variance", "variance"),
      Layout.INPUT_FIRST);

  private static final String COUNT_OF_BATCHES = "num_batches_tracked";
  private static final List<String> OF_A_NETWORK = List.of("parameters.", "state.");
  private static final List<String> OF_A_TRAINING = List.of("memory.", "probes.");
  private static final int AXES_OF_A_VECTOR = 1;

  private final Map<String, String> names;
  private final Layout layout;

  Convention(Map<String, String> names, Layout layout) {
    this.names = names;
    this.layout = layout;
  }

  /** Whether an array says nothing that a network here has a place for. */
  boolean ignores(String name) {
    return this == NORMSCAPE
        ? OF_A_TRAINING.stream().anyMatch(name::startsWith)
        : name.endsWith(COUNT_OF_BATCHES);
  }

  /** The path of an array of our own: in a checkpoint, what it is to the network stands before. */
  static String path(String name) {
    return OF_A_NETWORK.stream()
        .filter(name::startsWith)
        .map(before -> name.substring(before.length()))
        .findFirst()
        .orElse(name);
  }

  /** How filters and matrices are laid out. */
  Layout layout() {
    return layout;
  }

  /** Whether modules are found by their order, as their names are not those of here. */
  boolean isForeign() {
    return this != NORMSCAPE;
  }

  /**
   * What an array is called here.
   *
   * @param name the last word of its name in the file
   * @param weight the shape of the weight of its module, where it has one
   * @return empty when the convention knows no such word
   */
  Optional<String> local(String name, Optional<Shape> weight) {
    boolean isScaled = weight.filter(shape -> shape.rank() == AXES_OF_A_VECTOR).isPresent();
    Optional<String> here = Optional.ofNullable(names.get(name));
    return isScaled ? here.map(Convention::ofNormalization) : here;
  }

  private static String ofNormalization(String word) {
    return switch (word) {
      case "weight" -> "scale";
      case "bias" -> "shift";
      default -> word;
    };
  }
}
