package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Numerics;

/**
 * How close two runs are in each quantity, held against the published tolerances.
 *
 * @param rows one for each quantity, in the order in which it was first measured
 */
public record Closeness(List<Row> rows) {

  public Closeness {
    rows = List.copyOf(rows);
  }

  /**
   * One quantity.
   *
   * @param quantity its name
   * @param largest the largest gap in the steps for which there is a tolerance
   * @param tolerance how large it may be
   * @param later the largest gap over all steps
   */
  public record Row(String quantity, Gap largest, double tolerance, Gap later) {

    /** Whether the quantity is as close as promised. */
    public boolean within() {
      return largest.relative() <= tolerance;
    }
  }

  /** The closeness of two runs. */
  public static Closeness of(List<Gap> gaps, Numerics numerics) {
    List<Row> rows = new ArrayList<>();
    for (String quantity : gaps.stream().map(Gap::quantity).distinct().toList()) {
      List<Gap> own = gaps.stream().filter(gap -> gap.quantity().equals(quantity)).toList();
      List<Gap> early = own.stream().filter(gap -> gap.step() <= Tolerance.STEPS).toList();
      rows.add(
          new Row(
              quantity,
              largest(early.isEmpty() ? own.subList(0, 1) : early),
              early.isEmpty() ? Double.POSITIVE_INFINITY : Tolerance.of(quantity).under(numerics),
              largest(own)));
    }
    return new Closeness(rows);
  }

  private static Gap largest(List<Gap> gaps) {
    return gaps.stream().max(Comparator.comparingDouble(Gap::relative)).orElseThrow();
  }

  /** Whether every quantity is as close as promised. */
  public boolean within() {
    return rows.stream().allMatch(Row::within);
  }

  /** A table for the terminal. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "  %-29s %-12s %-11s %-12s %s%n",
            "largest relative difference",
            "to step " + Tolerance.STEPS,
            "tolerance",
            "later",
            "at"));
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "  %-29s %-12.1e %-11.0e %-12.1e %s, seed %d, step %d%s%n",
              row.quantity(),
              row.largest().relative(),
              row.tolerance(),
              row.later().relative(),
              row.largest().cell(),
              row.largest().seed(),
              row.largest().step(),
              row.within() ? "" : "  outside"));
    }
    return table.toString();
  }
}
