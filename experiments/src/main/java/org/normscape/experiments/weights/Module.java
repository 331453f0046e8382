package org.normscape.experiments.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.normscape.ir.Shape;
import org.normscape.params.Parameters;

/**
 * The arrays of one layer.
 *
 * @param name the name of the layer
 * @param arrays what it has, by the words of here: {@code weight}, {@code bias}, {@code scale},
 *     {@code shift}, {@code mean}, {@code variance}
 * @param <T> what stands for an array
 */
record Module<T>(String name, Parameters<T> arrays) {

  /** What a layer does, as far as it shows in what it learns. */
  enum Kind {
    /** A filter with four axes. */
    CONVOLUTION,
    /** A matrix. */
    DENSE,
    /** Scale, shift and statistics of channels. */
    NORMALIZATION
  }

  /** Names with the numbers in them compared as numbers, so that 10 comes after 9. */
  static final Comparator<String> NATURAL = Module::compare;

  private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");
  private static final int AXES_OF_A_FILTER = 4;

  /** Arrays by the layers that they belong to, in their order. */
  static <T> List<Module<T>> of(Parameters<T> arrays) {
    Map<String, Map<String, T>> byLayer = new LinkedHashMap<>();
    arrays
        .byPath()
        .forEach(
            (path, array) ->
                byLayer
                    .computeIfAbsent(layer(path), name -> new LinkedHashMap<>())
                    .put(word(path), array));
    List<Module<T>> modules = new ArrayList<>();
    byLayer.forEach((name, own) -> modules.add(new Module<>(name, new Parameters<>(own))));
    return modules;
  }

  /** The layer of an array. */
  static String layer(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** What an array is in its layer. */
  static String word(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path of one of the arrays. */
  String path(String word) {
    return name.isEmpty() ? word : name + "." + word;
  }

  /**
   * The kind of a module.
   *
   * @param shapes the shapes of its arrays
   */
  static Kind kind(Parameters<Shape> shapes) {
    return shapes
        .find("weight")
        .map(weight -> weight.rank() == AXES_OF_A_FILTER ? Kind.CONVOLUTION : Kind.DENSE)
        .orElse(Kind.NORMALIZATION);
  }

  private static int compare(String one, String other) {
    Matcher left = PIECE.matcher(one);
    Matcher right = PIECE.matcher(other);
    while (left.find() && right.find()) {
      int order = comparePieces(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int comparePieces(String one, String other) {
    boolean areNumbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return areNumbers
        ? Long.compare(Long.parseLong(one), Long.parseLong(other))
        : one.compareTo(other);
  }
}
