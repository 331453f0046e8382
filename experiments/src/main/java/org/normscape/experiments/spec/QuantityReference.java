package org.normscape.experiments.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.normscape.experiments.config.document.Described;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.TrainingQuantities;

/**
 * The reference of the numbers that can be measured, as their probes declare them.
 *
 * @param all the quantities, those of training first
 */
public record QuantityReference(List<Quantity> all) {

  public QuantityReference {
    all = List.copyOf(all);
  }

  /** The quantities of training and of every probe that can be named, each once. */
  public static QuantityReference of(Kinds kinds) {
    Set<Quantity> all = new LinkedHashSet<>(TrainingQuantities.ALL);
    for (Kind kind : kinds.of(Probe.class)) {
      kind.standard().map(Probe.class::cast).ifPresent(probe -> all.addAll(probe.quantities()));
    }
    return new QuantityReference(List.copyOf(all));
  }

  /** Each with what it is called in sentences. */
  public List<Described> list() {
    return all.stream().map(quantity -> new Described(quantity.name(), label(quantity))).toList();
  }

  private static String label(Quantity quantity) {
    return quantity.symbol().isEmpty()
        ? quantity.label()
        : "%s, %s".formatted(quantity.label(), quantity.symbol());
  }

  /** The quantity of this name. */
  public Optional<Quantity> named(String name) {
    return all.stream().filter(quantity -> quantity.name().equals(name)).findFirst();
  }

  /** What a probe measures with its defaults, in lines; none of what is no probe. */
  public static List<String> measured(Kinds kinds, Description description) {
    Optional<Probe> probe =
        kinds
            .named(Probe.class, description.name())
            .filter(kind -> kind.type().getName().equals(description.record()))
            .flatMap(Kind::standard)
            .map(Probe.class::cast);
    List<String> lines = new ArrayList<>();
    probe.ifPresent(
        it -> {
          lines.add("");
          lines.add("Quantities, each explained by \"normscape describe\" with its name:");
          PlainText.list(new QuantityReference(it.quantities()).list()).stream()
              .flatMap(line -> PlainText.wrapped("  " + line, "    ").stream())
              .forEach(lines::add);
        });
    return lines;
  }

  /** All there is to know about a quantity, in lines. */
  public static List<String> lines(Quantity quantity) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: a quantity, the %s".formatted(quantity.name(), quantity.label()));
    lines.add("");
    lines.add(quantity.definition());
    lines.add("");
    line(lines, "symbol", quantity.symbol());
    line(lines, "unit", quantity.unit());
    line(lines, "source", quantity.source());
    line(lines, "varies with", String.join(", ", axes(quantity)));
    line(
        lines,
        "backends agree",
        quantity.agreement().isJudged()
            ? String.format(
                Locale.ROOT,
                "within %.0e in precise and %.0e in fast numerics, %s",
                quantity.agreement().precise().typical(),
                quantity.agreement().fast().typical(),
                quantity.agreement().measure().name().toLowerCase(Locale.ROOT))
            : "as other quantities show");
    return lines;
  }

  private static List<String> axes(Quantity quantity) {
    List<String> axes = new ArrayList<>(List.of("step"));
    axes.addAll(quantity.axes());
    return axes;
  }

  private static void line(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("  %-15s %s".formatted(name, value));
    }
  }
}
