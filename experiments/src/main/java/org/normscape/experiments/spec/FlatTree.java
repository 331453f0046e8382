package org.normscape.experiments.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A tree of maps as its leaves by their paths, as {@code --set} names them. */
final class FlatTree {

  private FlatTree() {}

  /** What is set in a tree, by path and in order; what is null is not set. */
  static Map<String, Object> of(Object tree) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flatten("", tree, flat);
    return flat;
  }

  private static void flatten(String path, Object node, Map<String, Object> flat) {
    if (node instanceof Map<?, ?> group) {
      group.forEach(
          (key, value) -> {
            if (value != null) {
              flatten(path.isEmpty() ? key.toString() : path + "." + key, value, flat);
            }
          });
    } else {
      flat.put(path, node);
    }
  }

  /** What is set to the same in all of some flat trees, in the order of the first. */
  static <T> Map<String, T> shared(Map<String, Map<String, T>> trees) {
    Map<String, T> shared = new LinkedHashMap<>(trees.values().iterator().next());
    shared
        .entrySet()
        .removeIf(
            entry ->
                trees.values().stream()
                    .anyMatch(own -> !Objects.equals(own.get(entry.getKey()), entry.getValue())));
    return shared;
  }
}
