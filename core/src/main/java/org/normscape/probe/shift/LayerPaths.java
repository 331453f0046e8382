package org.normscape.probe.shift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;

/** The layers of a network by their paths, in the order of their parameters. */
final class LayerPaths {

  private LayerPaths() {}

  /** The path of the layer that a parameter belongs to: its own path without the last name. */
  static String layer(String parameter) {
    int dot = parameter.lastIndexOf('.');
    return dot < 0 ? parameter : parameter.substring(0, dot);
  }

  /** The paths of the parameters of each layer. */
  static Parameters<Set<String>> of(Parameters<ParameterSpec> parameters) {
    Map<String, Set<String>> layers = new LinkedHashMap<>();
    parameters
        .paths()
        .forEach(path -> layers.computeIfAbsent(layer(path), l -> new TreeSet<>()).add(path));
    return new Parameters<>(layers);
  }
}
