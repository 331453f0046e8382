package org.normscape.experiments.verify;

import java.util.List;
import org.normscape.backend.Numerics;

/**
 * How far two backends may be apart in a quantity of one step that both take from the same network,
 * the same state and the same batch. Of what is taken from networks that have trained apart no
 * bound says anything: training carries any difference off exponentially.
 *
 * @param quantities what it is for, as a regular expression
 * @param measure how the distance of two values is taken
 * @param precise how far, for {@code precise}
 * @param fast how far, for {@code fast}
 * @param reason where the numbers come from
 */
public record Tolerance(
    String quantities, Measure measure, Bound precise, Bound fast, String reason) {

  /**
   * How far.
   *
   * @param typical in most steps: a bound of the median over the steps of a run. Rounding and wrong
   *     kernels are there at every step
   * @param largest at any step: a unit of a relu or of a pool that is on its other side changes a
   *     gradient by its own share, and rightly so
   */
  public record Bound(double typical, double largest) {}

  /** How the distance of two values is taken. */
  public enum Measure {
    /** Relative to the larger magnitude. */
    RELATIVE,
    /** As it is, for quantities that have a scale of their own. */
    ABSOLUTE;

    /** The distance; infinite when one value is finite and the other is not. */
    double of(double one, double other) {
      if (Double.compare(one, other) == 0 || one == other) {
        return 0;
      }
      double scale = this == RELATIVE ? Math.max(Math.abs(one), Math.abs(other)) : 1;
      double distance = Math.abs(one - other) / scale;
      return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
  }

  /** The published table, explained in docs/tolerances.md; the first row that fits holds. */
  private static final List<Tolerance> TABLE =
      List.of(
          relative(
              "gradient|update|memory",
              1e-10,
              1e-2,
              0.5,
              "of an array, in L2; rounding, and the units that are on their other side: 2e-3 and 7e-2 were seen"),
          relative(
              "gradient_length",
              1e-10,
              5e-4,
              0.3,
              "of an array, along itself, where such units cancel: 4e-4 and 6e-2 were seen"),
          relative(
              "state", 1e-12, 3e-5, 1e-3, "of an array, in L2; rounding: 1e-6 and 4e-6 were seen"),
          absolute(
              ".*accuracy",
              1e-12,
              0.02,
              0.125,
              "a count; one example of eight may lie on the boundary of two classes: 0 was seen"),
          absolute(
              "gradient_cosine",
              1e-10,
              5e-3,
              5e-2,
              "as gradients, but within [-1, 1]: 3e-4 and 3e-3 were seen"),
          relative(
              "gradient_norm", 1e-10, 3e-4, 1e-2, "as gradient_length: 1e-5 and 9e-4 were seen"),
          relative(
              "loss_.*|test_.*",
              1e-11,
              5e-4,
              2e-2,
              "losses a step away, so that gradients are in them: 4e-5 and 1e-3 were seen"),
          relative(
              ".*(gradient|beta).*",
              1e-9,
              5e-3,
              5e-2,
              "gradients a step away: 1e-3 and 5e-3 were seen"),
          relative(
              ".*",
              1e-12,
              1e-5,
              1e-4,
              "rounding of a mean, which has no kinks: 2e-7 and 4e-7 were seen"));

  private static Tolerance relative(
      String quantities, double precise, double fast, double fastLargest, String reason) {
    return new Tolerance(
        quantities,
        Measure.RELATIVE,
        new Bound(precise, precise),
        new Bound(fast, fastLargest),
        reason);
  }

  private static Tolerance absolute(
      String quantities, double precise, double fast, double fastLargest, String reason) {
    return new Tolerance(
        quantities,
        Measure.ABSOLUTE,
        new Bound(precise, precise),
        new Bound(fast, fastLargest),
        reason);
  }

  /** The tolerance of a quantity. */
  public static Tolerance of(String quantity) {
    return TABLE.stream()
        .filter(row -> quantity.matches(row.quantities))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The last row fits every quantity."));
  }

  /** The bound under these numerics. */
  public Bound under(Numerics numerics) {
    return switch (numerics) {
      case FAST -> fast;
      case PRECISE -> precise;
      case EXACT -> new Bound(0, 0);
    };
  }
}
