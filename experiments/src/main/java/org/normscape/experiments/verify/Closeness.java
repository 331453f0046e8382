package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.backend.Numerics;

/**
 * How close two runs are in each quantity, held against the published tolerances.
 *
 * @param numerics what was promised of the numbers
 * @param rows one for each quantity, in the order in which it was first measured
 */
public record Closeness(Numerics numerics, List<Row> rows) {

  private static final String COLUMNS = "  %-29s %-10s %-10s %-10s %s%n";

  public Closeness {
    rows = List.copyOf(rows);
  }

  /**
   * One quantity.
   *
   * @param quantity its name
   * @param early the largest gap in the steps for which there is a tolerance, if it was measured
   *     there
   * @param all the largest gap over all steps
   */
  public record Row(String quantity, Optional<Gap> early, Gap all) {

    boolean within(Numerics numerics) {
      return early.stream().allMatch(gap -> gap.size() <= tolerance().under(numerics));
    }

    Tolerance tolerance() {
      return Tolerance.of(quantity);
    }
  }

  /** The closeness of two runs. */
  public static Closeness of(List<Gap> gaps, Numerics numerics) {
    List<Row> rows = new ArrayList<>();
    for (String quantity : gaps.stream().map(Gap::quantity).distinct().toList()) {
      List<Gap> own = gaps.stream().filter(gap -> gap.quantity().equals(quantity)).toList();
      List<Gap> early = own.stream().filter(gap -> gap.step() <= Tolerance.STEPS).toList();
      rows.add(new Row(quantity, largest(early), largest(own).orElseThrow()));
    }
    return new Closeness(numerics, rows);
  }

  private static Optional<Gap> largest(List<Gap> gaps) {
    return gaps.stream().max(Comparator.comparingDouble(Gap::size));
  }

  /** Whether every quantity is as close as promised. */
  public boolean within() {
    return rows.stream().allMatch(row -> row.within(numerics));
  }

  /** A table for the terminal, with the reasons of the tolerances below. */
  public String table() {
    String head =
        COLUMNS.formatted(
            "largest difference", "to step " + Tolerance.STEPS, "tolerance", "later", "largest at");
    String reasons =
        rows.stream()
            .map(Row::tolerance)
            .distinct()
            .map(
                tolerance ->
                    "  tolerance of %s, %s: %s%n"
                        .formatted(
                            quantitiesUnder(tolerance),
                            tolerance.measure().name().toLowerCase(Locale.ROOT),
                            tolerance.reason()))
            .collect(Collectors.joining());
    return rows.stream().map(this::line).collect(Collectors.joining("", head, reasons));
  }

  private String line(Row row) {
    Gap shown = row.early().orElse(row.all());
    return COLUMNS.formatted(
        row.quantity(),
        row.early().map(gap -> number("%.1e", gap.size())).orElse("-"),
        number("%.0e", row.tolerance().under(numerics)),
        number("%.1e", row.all().size()),
        "%s, seed %d, step %d%s"
            .formatted(
                shown.cell(), shown.seed(), shown.step(), row.within(numerics) ? "" : "  outside"));
  }

  private static String number(String format, double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, format, value);
  }

  private String quantitiesUnder(Tolerance tolerance) {
    return rows.stream()
        .filter(row -> row.tolerance().equals(tolerance))
        .map(Row::quantity)
        .collect(Collectors.joining(", "));
  }
}
