package org.normscape.experiments.report;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.TrainingQuantities;
import org.normscape.probe.Units;

/** The quantities of made-up runs, declared as a probe along the gradient declares its own. */
public final class Declared {

  private static final Quantity LOSS_LOW =
      of("loss_band_low", "loss band, lower end", "min L(θ − εg)", Units.LOSS);
  private static final Quantity LOSS_HIGH =
      of("loss_band_high", "loss band, upper end", "max L(θ − εg)", Units.LOSS);

  private static final List<Quantity> OF_THE_PROBE =
      List.of(
          of("probe_loss", "loss at the point", "L(θ)", Units.LOSS),
          of("gradient_norm", "norm of the gradient", "‖g‖₂", Units.GRADIENT),
          LOSS_LOW,
          LOSS_HIGH,
          of("loss_band_width", "width of the loss band", "", Units.LOSS)
              .difference(LOSS_HIGH, LOSS_LOW)
              .summedUp(Statistic.MEDIAN, "width of the loss band, median"),
          of("gradient_difference_low", "gradient difference, lower end", "", Units.GRADIENT)
              .summedUp(Statistic.MINIMUM, "gradient difference, smallest"),
          of("gradient_difference_high", "gradient difference, upper end", "", Units.GRADIENT)
              .summedUp(Statistic.MAXIMUM, "gradient difference, largest"),
          of("effective_beta_max", "effective β", "max ‖h − g‖₂ ∕ (ε‖g‖₂)", Units.CURVATURE)
              .summedUp(Statistic.MAXIMUM, "effective β, largest"),
          Axes.EPSILON,
          of("loss_along_gradient", "loss along the gradient", "", Units.LOSS).along(Axes.EPSILON),
          of("gradient_difference", "gradient difference", "‖h − g‖₂", Units.GRADIENT)
              .along(Axes.EPSILON)
              .from("Figure 4b"),
          of("effective_beta", "change of the gradient", "", Units.CURVATURE).along(Axes.EPSILON));

  /** Those of {@link SyntheticRun}. */
  public static final Quantities OF_A_RUN =
      new Quantities(Stream.concat(TrainingQuantities.ALL.stream(), OF_THE_PROBE.stream()).toList());

  private Declared() {}

  /** A quantity that says nothing much. */
  public static Quantity of(String name, String label, String symbol, String unit) {
    return Quantity.of(name, label, symbol, unit, "What " + label + " is.");
  }

  /** An axis, or a quantity that varies with nothing but the step. */
  public static Quantity of(String name) {
    return of(name, name.replace('_', ' '), "", Units.ONE);
  }

  /** Those and what is measured along them. */
  public static Quantities with(Quantity... quantities) {
    return new Quantities(List.of(quantities));
  }
}
