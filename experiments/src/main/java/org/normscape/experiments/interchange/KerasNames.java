package org.normscape.experiments.interchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of arrays in an HDF5 file. Keras 3 only numbers the arrays of a layer, {@code
 * layers/conv2d/vars/0}: there the words {@code kernel}, {@code bias}, {@code gamma}, {@code beta},
 * {@code moving_mean} and {@code moving_variance} are found by how many arrays a layer has and how
 * many axes they have. What belongs to an optimizer, to metrics or to a generator of random numbers
 * has no name and is left out.
 */
final class KerasNames {

  private static final Pattern NUMBERED = Pattern.compile("(.+)/vars/(\\d+)");
  private static final Pattern NO_WEIGHTS =
      Pattern.compile("(^|.*/)(optimizer|optimizer_weights|metrics|seed_generator)/.*");
  private static final String BEFORE_A_MODEL = "model_weights/";
  private static final String OUTPUT = ":0";
  private static final List<String> LINEAR = List.of("kernel", "bias");
  private static final List<String> SCALED = List.of("gamma", "beta");
  private static final List<String> STANDARDIZED =
      List.of("gamma", "beta", "moving_mean", "moving_variance");

  private KerasNames() {}

  /**
   * The name of each array that has one, by its path.
   *
   * @param ranks the number of axes of each array, by its path
   * @throws IOException when the arrays of a layer are as many as no layer here has
   */
  static Map<String, String> of(Map<String, Integer> ranks) throws IOException {
    Map<String, Map<Integer, Integer>> layers = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> array : ranks.entrySet()) {
      String path = array.getKey();
      Matcher numbered = NUMBERED.matcher(path);
      if (NO_WEIGHTS.matcher(path).matches()) {
        continue;
      }
      if (numbered.matches()) {
        layers
            .computeIfAbsent(numbered.group(1), layer -> new TreeMap<>())
            .put(Integer.valueOf(numbered.group(2)), array.getValue());
      } else {
        names.put(path, plain(path));
      }
    }
    for (Map.Entry<String, Map<Integer, Integer>> layer : layers.entrySet()) {
      name(layer.getKey(), layer.getValue(), names);
    }
    return names;
  }

  private static void name(String layer, Map<Integer, Integer> ranks, Map<String, String> names)
      throws IOException {
    List<String> words = words(layer, List.copyOf(ranks.values()));
    int place = 0;
    for (Integer number : ranks.keySet()) {
      names.put("%s/vars/%s".formatted(layer, number), plain(layer + "/" + words.get(place)));
      place++;
    }
  }

  private static List<String> words(String layer, List<Integer> ranks) throws IOException {
    if (ranks.get(0) > 1 && ranks.size() <= LINEAR.size()) {
      return LINEAR;
    }
    if (ranks.size() == SCALED.size()) {
      return SCALED;
    }
    if (ranks.size() == STANDARDIZED.size()) {
      return STANDARDIZED;
    }
    throw new IOException(
        "its layer \"%s\" has %s arrays without names, and 1 or 2 of a linear layer, 2 or 4 of a normalization are known (save the arrays by name, as .npz or .safetensors)"
            .formatted(layer, ranks.size()));
  }

  private static String plain(String path) {
    String name = path.startsWith(BEFORE_A_MODEL) ? path.substring(BEFORE_A_MODEL.length()) : path;
    String word = name.endsWith(OUTPUT) ? name.substring(0, name.length() - OUTPUT.length()) : name;
    return word.replace('/', '.');
  }
}
