package org.normscape.probe.sharpness;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Agreement.Bound;
import org.normscape.probe.Agreement.Measure;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What a {@link CriticalStep} consists of. */
final class CriticalQuantities {

  private static final String PAPER = "Kalra et al. (arXiv 2601.16979, 2026)";
  private static final String RATE =
      " on the measured batch. The step is that of the learning rate of training, made longer or shorter; parameters and running statistics are left as they were.";

  private static final Agreement OF_A_BRACKET =
      new Agreement(
          Measure.RELATIVE,
          new Bound(1e-9, 1),
          new Bound(0.05, 1),
          "the ends of a bracket: a loss that is rounded to the other side of that at the point ends the search in the bracket beside it");

  static final Quantity SHARPNESS =
      Quantity.of(
              "critical_sharpness",
              "critical sharpness",
              "2 ∕ η_c",
              Units.CURVATURE,
              "Two divided by the critical learning rate η_c: on a quadratic along an eigenvector, the eigenvalue; along the gradient a weighted mean of eigenvalues, and so at most the largest. NaN where η_c was not found.")
          .from(PAPER)
          .summedUp(Statistic.MEDIAN, "critical sharpness, median")
          .agreeing(OF_A_BRACKET);

  static final Quantity LEARNING_RATE =
      rate(
          "critical_learning_rate",
          "critical learning rate",
          "η_c",
          "The learning rate at which the step would raise the loss" + RATE);

  static final Quantity RATIO =
      Quantity.of(
              "critical_ratio",
              "learning rate in critical ones",
              "η ∕ η_c",
              Units.ONE,
              "The learning rate of the step divided by the one at which the step would raise the loss: 1 at the edge of stability.")
          .from(PAPER)
          .summedUp(Statistic.MEDIAN, "η ∕ η_c, median")
          .agreeing(OF_A_BRACKET);

  static final Quantity LOW =
      rate(
          "critical_learning_rate_low",
          "critical learning rate, lower end",
          "",
          "The largest learning rate that was tried and does not raise the loss; 0 where each of them does,"
              + RATE);

  static final Quantity HIGH =
      rate(
          "critical_learning_rate_high",
          "critical learning rate, upper end",
          "",
          "The smallest learning rate that was tried and raises the loss; ∞ where none of them does,"
              + RATE);

  static final List<Quantity> ALL = List.of(SHARPNESS, LEARNING_RATE, RATIO, LOW, HIGH);

  private CriticalQuantities() {}

  private static Quantity rate(String name, String label, String symbol, String definition) {
    return Quantity.of(name, label, symbol, Units.STEP_LENGTH, definition)
        .from(PAPER)
        .agreeing(OF_A_BRACKET);
  }
}
