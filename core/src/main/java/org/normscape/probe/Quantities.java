package org.normscape.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every quantity that may be found in a run, each name once.
 *
 * @param all the quantities, those of training first
 */
public record Quantities(List<Quantity> all) {

  /** Checks that a name means one thing and that every quantity that is named is declared. */
  public Quantities {
    all = List.copyOf(all.stream().distinct().toList());
    Map<String, Quantity> byName = new LinkedHashMap<>();
    for (Quantity quantity : all) {
      Quantity other = byName.putIfAbsent(quantity.name(), quantity);
      require(
          other == null,
          "a name must mean one quantity",
          "%s is declared as %s and as %s"
              .formatted(quantity.name(), inWords(other), inWords(quantity)),
          "give one of them another name");
    }
    all.forEach(quantity -> requireDeclared(quantity, byName.keySet()));
  }

  private static String inWords(@Nullable Quantity quantity) {
    return quantity == null
        ? "nothing"
        : "\"%s\" along %s".formatted(quantity.label(), quantity.axes());
  }

  private static void requireDeclared(Quantity quantity, Set<String> names) {
    List<String> named = new ArrayList<>(quantity.axes());
    named.addAll(quantity.differenceOf());
    named.removeAll(names);
    require(
        named.isEmpty(),
        "axes and the parts of a difference must be declared too",
        "%s names %s".formatted(quantity.name(), named),
        "add them to the quantities of the probe");
  }

  private static void require(boolean holds, String rule, String given, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Quantities: %s, but %s. To fix: %s.".formatted(rule, given, remedy));
    }
  }

  /** Those of training, and those of some probes. */
  public static Quantities of(Collection<? extends Probe> probes) {
    List<Quantity> all = new ArrayList<>(TrainingQuantities.ALL);
    probes.forEach(probe -> all.addAll(probe.quantities()));
    return new Quantities(all);
  }

  /**
   * The probes of one network by the names they are configured under: as they are, but where two of
   * one kind measure the same quantity, it starts with the name of each.
   *
   * @throws org.normscape.component.InvalidComponent when two such names are one
   */
  public static Map<String, Probe> toldApart(Map<String, Probe> probes) {
    return NamedProbe.apart(probes);
  }

  /**
   * The quantity of a metric.
   *
   * @param metric its name, such as {@code gradient_norm}, or with the part of the network that was
   *     measured behind it, such as {@code activation_mean/norm1}
   */
  public Optional<Quantity> of(String metric) {
    String name = name(metric);
    return all.stream().filter(quantity -> quantity.name().equals(name)).findFirst();
  }

  /** The name of the quantity of a metric: what stands before the slash, if there is one. */
  public static String name(String metric) {
    return metric.split("/", 2)[0];
  }

  /** The part of the network that a metric is of: what stands behind the slash, or nothing. */
  public static String part(String metric) {
    return metric.contains("/") ? metric.split("/", 2)[1] : "";
  }
}
