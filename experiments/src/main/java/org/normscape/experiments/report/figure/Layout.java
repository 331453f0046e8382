package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * Which numbers are in which panel.
 *
 * @param title of the panel; where there are several, what stands before the name of each
 * @param quantities those that are in a panel together, one list a panel
 * @param panels what has a panel each beside them
 * @param shown every dimension that a plot shows: where {@code step} is not among them, the last
 *     measured step is drawn
 */
public record Layout(
    String title, List<List<String>> quantities, Dimension panels, List<Dimension> shown) {

  /**
   * The numbers of one panel.
   *
   * @param title what it is called
   * @param quantities what is in it
   * @param table the numbers
   */
  public record Facet(String title, List<String> quantities, Table table) {}

  public Layout {
    quantities = List.copyOf(quantities);
    shown = List.copyOf(shown);
  }

  /** All quantities in a panel each, or in one where colours tell them apart. */
  public static Layout of(List<String> quantities, Arrangement arrangement) {
    return arrangement.told().equals(Dimension.QUANTITY)
        ? together(quantities, arrangement)
        : of(quantities.stream().map(List::of).toList(), arrangement.title(), arrangement);
  }

  /** All quantities in the same panels. */
  public static Layout together(List<String> quantities, Arrangement arrangement) {
    return of(List.of(quantities), arrangement.title(), arrangement);
  }

  /** The same for a plot that shows more dimensions than curves do. */
  public Layout showing(List<Dimension> more) {
    return new Layout(
        title, quantities, panels, Stream.concat(shown.stream(), more.stream()).toList());
  }

  private static Layout of(List<List<String>> quantities, String title, Arrangement arrangement) {
    return new Layout(
        title,
        quantities,
        arrangement.panelled(),
        List.of(arrangement.across(), arrangement.told(), arrangement.panelled()));
  }

  /** All numbers that are shown. */
  public Table table(Metrics metrics) {
    return Table.of(metrics, quantities.stream().flatMap(List::stream).toList()).shownBy(shown);
  }

  /** The numbers of each panel that has any. */
  public List<Facet> facets(Metrics metrics) {
    Words words = new Words(metrics.quantities());
    List<Facet> facets = new ArrayList<>();
    for (List<String> together : quantities) {
      String label = words.label(together.get(0));
      Map<Key, Table> parts = Table.of(metrics, together).shownBy(shown).by(panels);
      parts.forEach(
          (key, part) -> {
            String quantity = quantities.size() > 1 ? label : "";
            String value = parts.size() > 1 ? words.name(panels, key) : "";
            facets.add(new Facet(name(quantity, value, label), together, part));
          });
    }
    return facets;
  }

  private String name(String quantity, String value, String label) {
    String name = String.join(", ", Stream.of(quantity, value).filter(s -> !s.isEmpty()).toList());
    if (title.isEmpty()) {
      return name.isEmpty() ? label : name;
    }
    return name.isEmpty() ? title : title + ": " + name;
  }
}
