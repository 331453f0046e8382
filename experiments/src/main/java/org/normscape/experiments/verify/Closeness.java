package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.normscape.backend.Numerics;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;

/**
 * How close two backends are in each quantity of steps that both took from the same place, held
 * against the published tolerances.
 *
 * @param numerics what was promised of the numbers
 * @param rows one for each quantity, in the order in which it was first measured
 */
public record Closeness(Numerics numerics, List<Row> rows) {

  private static final String COLUMNS = "  %-29s %-10s %-10s %-10s %-10s %s%n";

  public Closeness {
    rows = List.copyOf(rows);
  }

  /**
   * One quantity.
   *
   * @param quantity what was measured
   * @param typical the gap that is the median over the steps, where that is largest among cells,
   *     seeds and parts; the lower one of two
   * @param largest the largest gap
   */
  public record Row(Quantity quantity, Gap typical, Gap largest) {

    boolean within(Numerics numerics) {
      return typical.size() <= bound(numerics).typical()
          && largest.size() <= bound(numerics).largest();
    }

    Agreement agreement() {
      return quantity.agreement();
    }

    Agreement.Bound bound(Numerics numerics) {
      return agreement().under(numerics);
    }

    /** The gap that breaks its bound, or that comes nearest to it. */
    Gap shown(Numerics numerics) {
      return largest.size() > bound(numerics).largest() ? largest : typical;
    }
  }

  /** The closeness of steps that were all taken from the same place twice. */
  public static Closeness of(List<Gap> gaps, Numerics numerics) {
    Map<Quantity, List<Gap>> byQuantity = new LinkedHashMap<>();
    gaps.forEach(
        gap -> byQuantity.computeIfAbsent(gap.quantity(), q -> new ArrayList<>()).add(gap));
    List<Row> rows = new ArrayList<>();
    byQuantity.forEach((quantity, own) -> rows.add(new Row(quantity, typical(own), largest(own))));
    return new Closeness(numerics, rows);
  }

  private static Gap typical(List<Gap> gaps) {
    Map<List<Object>, List<Gap>> overSteps = new LinkedHashMap<>();
    gaps.forEach(
        gap ->
            overSteps
                .computeIfAbsent(
                    List.of(gap.cell(), gap.seed(), gap.part()), key -> new ArrayList<>())
                .add(gap));
    return largest(overSteps.values().stream().map(Closeness::median).toList());
  }

  private static Gap median(List<Gap> gaps) {
    return gaps.stream()
        .sorted(Comparator.comparingDouble(Gap::size))
        .skip((gaps.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }

  private static Gap largest(Collection<Gap> gaps) {
    return gaps.stream().max(Comparator.comparingDouble(Gap::size)).orElseThrow();
  }

  /** Whether every quantity is as close as promised. */
  public boolean within() {
    return rows.stream().allMatch(row -> row.within(numerics));
  }

  /** A table for the terminal, with the reasons of the tolerances below. */
  public String table() {
    String head =
        COLUMNS.formatted(
            "difference of a step", "median", "tolerance", "largest", "tolerance", "");
    String reasons =
        rows.stream()
            .map(Row::agreement)
            .distinct()
            .map(
                agreement -> "  %s: %s%n".formatted(quantitiesUnder(agreement), agreement.reason()))
            .collect(Collectors.joining());
    return rows.stream().map(this::line).collect(Collectors.joining("", head, reasons));
  }

  /** The table as a list of rows, each a tree of numbers and texts. */
  List<Map<String, Object>> tree() {
    return rows.stream().map(this::tree).toList();
  }

  private Map<String, Object> tree(Row row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("quantity", row.quantity().name());
    tree.put("median", row.typical().size());
    tree.put("medianTolerance", row.bound(numerics).typical());
    tree.put("largest", row.largest().size());
    tree.put("largestTolerance", row.bound(numerics).largest());
    tree.put("where", row.shown(numerics).where());
    tree.put("within", row.within(numerics));
    return tree;
  }

  private String line(Row row) {
    return COLUMNS.formatted(
        row.quantity().name(),
        number("%.1e", row.typical().size()),
        number("%.0e", row.bound(numerics).typical()),
        number("%.1e", row.largest().size()),
        number("%.0e", row.bound(numerics).largest()),
        row.shown(numerics).where() + (row.within(numerics) ? "" : "  outside"));
  }

  static String number(String format, double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, format, value);
  }

  private String quantitiesUnder(Agreement agreement) {
    return rows.stream()
        .filter(row -> row.agreement().equals(agreement))
        .map(row -> row.quantity().name())
        .collect(Collectors.joining(", "));
  }
}
