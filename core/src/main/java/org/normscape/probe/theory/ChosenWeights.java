package org.normscape.probe.theory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Comparison;
import org.normscape.nn.Role;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Site;

/** The weights that a probe looks at, one by one. */
final class ChosenWeights {

  private ChosenWeights() {}

  /**
   * The types of the weights whose whole paths match, by path.
   *
   * @param probe the record that names them, in its component {@code layers}
   * @throws IllegalArgumentException when there are none
   */
  static Parameters<TensorType> types(
      Class<? extends Record> probe, String layers, Objective objective) {
    return new LayerPattern(probe, layers)
        .someOf(
            objective
                .parameters()
                .where((path, spec) -> spec.role() == Role.WEIGHT)
                .map(spec -> spec.type(objective.dtype())),
            "a weight");
  }

  /** What compares each weight with others of its type; the caller closes them. */
  static Parameters<Comparison> comparisons(Parameters<TensorType> weights, Site site) {
    Map<String, Comparison> compared = new LinkedHashMap<>();
    weights
        .byPath()
        .forEach(
            (path, type) ->
                compared.put(
                    path,
                    new Comparison(site.backend(), site.numerics(), Parameters.of(path, type))));
    return new Parameters<>(compared);
  }
}
