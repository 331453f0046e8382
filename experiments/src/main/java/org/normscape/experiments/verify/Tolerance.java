package org.normscape.experiments.verify;

import java.util.List;
import org.normscape.backend.Numerics;

/**
 * How far two backends may be apart in a quantity in the first {@value #STEPS} steps. Later,
 * training carries any difference off exponentially, so that a bound would say nothing: what
 * happens then is drawn instead.
 *
 * @param quantities what it is for, as a regular expression
 * @param measure how the distance of two values is taken
 * @param precise how far, for {@code precise}
 * @param fast how far, for {@code fast}
 * @param reason where the two numbers come from
 */
public record Tolerance(
    String quantities, Measure measure, double precise, double fast, String reason) {

  /** The number of steps for which tolerances hold. */
  public static final int STEPS = 10;

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

  /**
   * The published table; the first row that fits a quantity holds for it. What was seen is the
   * largest over the experiment {@code landscape} at scales {@code smoke} and {@code tiny}, with
   * TensorFlow 1.1.0 against ND4J 1.0.0-M2.1 on the CPU.
   */
  private static final List<Tolerance> TABLE =
      List.of(
          new Tolerance(
              Gap.PARAMETERS,
              Measure.RELATIVE,
              1e-12,
              1e-4,
              "rounding; 7e-16 and 4e-7 were seen, which other kernels may raise a hundredfold"),
          new Tolerance(
              ".*accuracy",
              Measure.ABSOLUTE,
              0,
              0.125,
              "a count; in float32 one example of eight may lie on the boundary of two classes, 0 was seen"),
          new Tolerance(
              "gradient_cosine", Measure.ABSOLUTE, 1e-10, 1e-2, "as gradients, but within [-1, 1]"),
          new Tolerance(
              ".*(gradient|beta).*",
              Measure.RELATIVE,
              1e-10,
              1e-2,
              "rounding, and a unit of a relu now and then on its other side; 1e-14 and 3e-4 were seen"),
          new Tolerance(
              ".*",
              Measure.RELATIVE,
              1e-12,
              1e-4,
              "rounding of a mean; 2e-15 and 2e-6 were seen, which other kernels may raise a hundredfold"));

  /** The tolerance of a quantity. */
  public static Tolerance of(String quantity) {
    return TABLE.stream()
        .filter(row -> quantity.matches(row.quantities))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The last row fits every quantity."));
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
