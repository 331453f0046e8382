package org.normscape.experiments.weights;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.Shape;

/** How a library names the arrays of a network in a file, and lays them out. */
public enum Convention {
  /**
   * As here: paths such as {@code conv1.weight} and {@code norm1.mean}, filters {@code
   * [height,width,in,out]}, matrices {@code [in,out]}. Checkpoints are written so.
   */
  NORMSCAPE(Layout.INPUT_FIRST) {
    @Override
    String here(String word) {
      return word;
    }
  },
  /**
   * PyTorch's {@code state_dict}: {@code weight}, {@code bias}, {@code running_mean}, {@code
   * running_var}; filters {@code [out,in,height,width]}, matrices {@code [out,in]}, channels before
   * places where images become rows.
   */
  PYTORCH(Layout.OUTPUT_FIRST) {
    @Override
    String here(String word) {
      return switch (word) {
        case "weight", "bias" -> word;
        case "running_mean" -> "mean";
        case "running_var" -> "variance";
        default -> NOTHING;
      };
    }
  },
  /**
   * Keras: {@code kernel}, {@code bias}, {@code gamma}, {@code beta}, {@code moving_mean}, {@code
   * moving_variance}; layouts as here.
   */
  KERAS(Layout.INPUT_FIRST) {
    @Override
    String here(String word) {
      return switch (word) {
        case "kernel" -> "weight";
        case "bias" -> word;
        case "gamma" -> "scale";
        case "beta" -> "shift";
        case "moving_mean" -> "mean";
        case "moving_variance" -> "variance";
        default -> NOTHING;
      };
    }
  };

  private static final String NOTHING = "";
  private static final List<String> OF_NO_LAYER =
      List.of("num_batches_tracked", "seed_generator_state");
  private static final List<String> OF_A_NETWORK = List.of("parameters.", "state.");
  private static final List<String> OF_A_TRAINING = List.of("memory.", "probes.");
  private static final int AXES_OF_A_VECTOR = 1;

  private final Layout layout;

  Convention(Layout layout) {
    this.layout = layout;
  }

  /** What a word of the convention is called here; empty where it has no such word. */
  abstract String here(String word);

  /** Whether an array says nothing that a network here has a place for. */
  boolean ignores(String name) {
    return this == NORMSCAPE
        ? OF_A_TRAINING.stream().anyMatch(name::startsWith)
        : OF_NO_LAYER.stream().anyMatch(name::endsWith);
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
    return Optional.of(here(name))
        .filter(word -> !word.equals(NOTHING))
        .map(word -> isScaled ? ofNormalization(word) : word);
  }

  private static String ofNormalization(String word) {
    return switch (word) {
      case "weight" -> "scale";
      case "bias" -> "shift";
      default -> word;
    };
  }
}
