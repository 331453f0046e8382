package org.normscape.experiments.verify;

import java.util.List;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;

/**
 * How far two backends may be apart in a quantity in the first {@value #STEPS} steps, by numerics.
 * Later, training carries any difference off exponentially, so that a bound would say nothing: what
 * happens then is drawn instead.
 *
 * @param quantities the quantities it is for, as a regular expression
 * @param precise for {@code precise}
 * @param fast for {@code fast}
 * @param reason where the numbers come from
 */
public record Tolerance(String quantities, double precise, double fast, String reason) {

  /** The number of steps for which tolerances hold. */
  public static final int STEPS = 10;

  /** The published table; the first row that fits a quantity is its own. */
  private static final List<Tolerance> TABLE =
      List.of(
          new Tolerance(Gap.PARAMETERS, 1e-9, 1e-3, "rounding"),
          new Tolerance(".*", 1e-8, 1e-2, "rounding"));

  /** The tolerance of a quantity. */
  public static Tolerance of(String quantity) {
    return TABLE.stream()
        .filter(row -> quantity.matches(row.quantities))
        .findFirst()
        .orElseThrow(() -> UserError.failure("no tolerance for " + quantity));
  }

  /** The tolerance under these numerics. */
  public double under(Numerics numerics) {
    return switch (numerics) {
      case FAST -> fast;
      case PRECISE -> precise;
      case EXACT -> 0;
    };
  }
}
