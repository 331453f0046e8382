package org.normscape.experiments.claim.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/**
 * What an experiment will measure, and in what: a claim is checked against it before a run begins.
 *
 * @param quantities what its probes and its training declare
 * @param settings what its networks are set to
 * @param layers the paths of the parts of each network; empty where they are not known
 */
public record Measurable(
    Quantities quantities, CellSettings settings, Map<String, Set<String>> layers) {

  private static final String STEP = "step";

  /** The names of the quantities. */
  public List<String> names() {
    return quantities.all().stream().map(Quantity::name).toList();
  }

  /**
   * Checks that a quantity is measured.
   *
   * @param key the key that names it, which errors name
   */
  public Quantity quantity(String key, String name) {
    require(key, "a quantity that this experiment measures", name, names());
    return quantities.of(name).orElseThrow();
  }

  /** Checks that a network is there. */
  public void cell(String key, String name) {
    require(key, "a cell", name, settings.names());
  }

  /**
   * Checks what a selection names: its quantity, its network, its axes and its layer.
   *
   * @param key the key of the selection
   */
  public void selection(String key, Selection selection) {
    Quantity quantity = quantity(key + ".quantity", selection.quantity());
    cell(key + ".cell", selection.cell().orElse(""));
    selection
        .at()
        .forEach(
            (axis, place) -> {
              require(key + ".at", "an axis of " + quantity.name(), axis, quantity.axes());
              place(key + ".at." + axis, axis, place, selection.network());
            });
  }

  private void place(String key, String axis, String place, String cell) {
    if (!axis.equals(Axes.LAYER.name())) {
      number(key, place);
      return;
    }
    Set<String> paths = layers.getOrDefault(cell, Set.of());
    if (!paths.isEmpty() && paths.stream().noneMatch(path -> matches(key, place, path))) {
      throw UserError.usage(
          "%s: must be a part of %s, or a regular expression that one matches, but it is \"%s\". To fix: %s; its parts are %s."
              .formatted(key, cell, place, Nearest.remedy(place, paths), String.join(", ", paths)));
    }
  }

  private static boolean matches(String key, String pattern, String path) {
    try {
      return Pattern.matches(pattern, path);
    } catch (PatternSyntaxException e) {
      throw UserError.usage(
          "%s: must be the path of a layer or a regular expression, but it is \"%s\" (%s). To fix: write a path."
              .formatted(key, pattern, e.getDescription()));
    }
  }

  private static void number(String key, String place) {
    try {
      Double.parseDouble(place);
    } catch (NumberFormatException e) {
      throw UserError.usage(
          "%s: must be a number, but it is \"%s\". To fix: write one at which it is measured."
              .formatted(key, place));
    }
  }

  /** Checks that a quantity can be arranged along an axis inside a network. */
  public void axis(String key, String quantity, String axis) {
    List<String> axes =
        Stream.concat(
                Stream.of(STEP),
                quantities.of(quantity).stream().flatMap(declared -> declared.axes().stream()))
            .toList();
    require(key, "an axis of %s (it needs cells to be a setting)".formatted(quantity), axis, axes);
  }

  /** Checks that a setting is a number in each of some networks. */
  public void setting(String key, String setting, List<String> cells) {
    for (String cell : cells) {
      if (settings.number(cell, setting).isEmpty()) {
        List<String> numbers = settings.numbers(cell);
        throw UserError.usage(
            "%s: must be a setting that is a number in every cell, but in %s \"%s\" is none. To fix: %s; the numbers there are %s."
                .formatted(key, cell, setting, Nearest.remedy(setting, numbers), numbers));
      }
    }
  }

  /** Checks that a word is one of some. */
  public static void require(String key, String what, String given, List<String> allowed) {
    if (!allowed.contains(given)) {
      throw UserError.usage(
          "%s: must be %s, one of %s, but %s. To fix: %s."
              .formatted(
                  key,
                  what,
                  allowed,
                  given.isEmpty() ? "it is not said" : "it is \"" + given + "\"",
                  Nearest.remedy(given, allowed)));
    }
  }
}
