package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.normscape.component.Components;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/**
 * A figure as an experiment's file describes it: panels of plots under one title.
 *
 * @param name what its files are called: lower-case letters, digits and hyphens
 * @param title one line
 * @param caption what is shown and what to look at, in sentences; what lines and bands are is added
 * @param panels the plots, from left to right; each gives one panel or several
 * @param marks values that a paper reports, to compare with
 * @param cells the networks that are drawn, by the names of their cells; left out: all
 */
public record Figure(
    String name,
    String title,
    String caption,
    List<Plot> panels,
    Optional<List<Mark>> marks,
    Optional<List<String>> cells) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  public Figure {
    panels = List.copyOf(panels);
    marks = marks.map(List::copyOf);
    cells = cells.map(List::copyOf);
    Components.require(
        NAME.matcher(name).matches(),
        Figure.class,
        "name",
        "must be lower-case letters, digits and hyphens, since files are called so",
        "\"" + name + "\"");
  }

  /** A figure of all networks. */
  public Figure(
      String name, String title, String caption, List<Plot> panels, Optional<List<Mark>> marks) {
    this(name, title, caption, panels, marks, Optional.empty());
  }

  /**
   * Checks that all it names is declared.
   *
   * @param declared what is measured
   * @param all the names of the cells, which say what axes the experiment has
   * @throws UserError that names the first quantity or axis that is not
   */
  public void check(Quantities declared, Collection<String> all) {
    checkMarks();
    cells
        .orElse(List.of())
        .forEach(cell -> require(cell, List.copyOf(all), "figures." + name + ".cells", "a cell"));
    for (int i = 0; i < panels.size(); i++) {
      String place = "figures.%s.panels[%s]".formatted(name, i);
      List<String> quantities = panels.get(i).quantities();
      List<String> names = declared.all().stream().map(Quantity::name).toList();
      if (quantities.isEmpty()) {
        throw UserError.usage(
            "%s: must name a quantity, but names none. To fix: use some of %s."
                .formatted(place, names));
      }
      quantities.forEach(quantity -> require(quantity, names, place, "a quantity"));
      List<String> axes =
          Stream.of(
                  Dimension.ofTheGrammar(),
                  quantities.stream()
                      .flatMap(quantity -> declared.of(quantity).stream())
                      .flatMap(quantity -> quantity.axes().stream()),
                  Dimension.ofCells(all))
              .flatMap(some -> some)
              .distinct()
              .toList();
      panels
          .get(i)
          .dimensions()
          .forEach(dimension -> require(dimension.name(), axes, place, "an axis of its quantity"));
    }
  }

  private static void require(String given, List<String> allowed, String place, String what) {
    if (!allowed.contains(given)) {
      throw UserError.usage(
          "%s: must name %s, one of %s, but it names \"%s\". To fix: %s."
              .formatted(place, what, allowed, given, Nearest.remedy(given, allowed)));
    }
  }

  /** The drawing, or nothing when what it shows was not measured. */
  public Optional<Drawing> draw(Metrics metrics) {
    Metrics shown = cells.map(metrics::only).orElse(metrics);
    Panels all = new Panels(List.of(), List.of(), Set.of());
    for (int i = 0; i < panels.size(); i++) {
      all = all.and(marked(i, panels.get(i).draw(shown)));
    }
    if (all.panels().isEmpty()) {
      return Optional.empty();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(caption.strip());
    sentences.addAll(all.notes());
    sentences.removeIf(String::isEmpty);
    return Optional.of(
        new Drawing(
            name,
            title,
            String.join(" ", sentences),
            all.legend(),
            all.panels(),
            measured(metrics.quantities())));
  }

  private Panels marked(int plot, Panels drawn) {
    Panels marked = drawn;
    for (Mark mark : marks.orElse(List.of())) {
      marked = mark.isIn(plot) && !drawn.panels().isEmpty() ? mark.in(marked) : marked;
    }
    return marked;
  }

  private void checkMarks() {
    for (Mark mark : marks.orElse(List.of())) {
      mark.panel()
          .filter(plot -> plot < 0 || plot >= panels.size())
          .ifPresent(
              plot -> {
                throw UserError.usage(
                    "figures.%s.marks: panel must be from 0 to %s, but it is %s. To fix: count the panels from 0, or leave it out to mark all."
                        .formatted(name, panels.size() - 1, plot));
              });
    }
  }

  /** What it is drawn from: of a quantity that is a difference, its two parts. */
  private List<String> measured(Quantities declared) {
    return panels.stream()
        .flatMap(plot -> plot.quantities().stream())
        .flatMap(
            name ->
                declared
                    .of(name)
                    .map(Quantity::differenceOf)
                    .filter(parts -> !parts.isEmpty())
                    .orElse(List.of(name))
                    .stream())
        .distinct()
        .toList();
  }
}
