package org.normscape.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.params.Parameters;

/** A network being written down, layer after layer; layers of one kind are numbered from 1. */
final class Layers {

  private final Map<String, Layer> byName = new LinkedHashMap<>();

  /** Adds a layer under the name of its kind and the next number of that kind. */
  void numbered(String kind, Layer layer) {
    int number = 1;
    while (byName.containsKey(kind + number)) {
      number++;
    }
    byName.put(kind + number, layer);
  }

  /** Adds a layer of which there is one. */
  void named(String name, Layer layer) {
    byName.put(name, layer);
  }

  Sequential network() {
    return new Sequential(new Parameters<>(byName));
  }
}
