package org.normscape.probe.weight;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link Turning} consists of. */
final class RateQuantities {

  private static final Agreement OF_SMALL_DIFFERENCES =
      Agreement.relative(
          1e-6, 2e-2, 2e-1, "the difference of two points that lie close together, once rounded");

  static final Quantity NORM =
      ofWeight(
              "weight_norm",
              "norm of a weight",
              "‖w‖₂",
              Units.PARAMETER,
              "The Euclidean norm of one weight, by its path, before the update of that step.")
          .agreeing(Agreement.OF_A_MEAN);

  static final Quantity RATE =
      ofWeight(
              "effective_learning_rate",
              "effective learning rate",
              "η ∕ ‖w‖²",
              "1/loss",
              "The learning rate of that step divided by the square of the norm of one weight: what the learning rate would be for the weight at unit norm, where a normalization rescales again what its layer gives.")
          .from("van Laarhoven (arXiv 1706.05350, 2017)")
          .agreeing(Agreement.OF_A_MEAN);

  static final Quantity RELATIVE =
      ofWeight(
              "relative_update",
              "relative update",
              "‖w′ − w‖₂ ∕ ‖w‖₂",
              Units.ONE,
              "The length of the update of one weight at that step, in norms of the weight.")
          .agreeing(OF_SMALL_DIFFERENCES);

  static final Quantity ANGLE =
      ofWeight(
              "weight_angle",
              "angle of an update",
              "∠(w, w′)",
              "rad",
              "The angle between one weight before and after the update of that step.")
          .from("Kosson et al. (ICML 2024)")
          .agreeing(OF_SMALL_DIFFERENCES);

  static final Quantity EQUILIBRIUM_ANGLE =
      Quantity.of(
              "equilibrium_angle",
              "angle of an update in rotational equilibrium",
              "√(2ηλ)",
              "rad",
              "By which angle a weight whose scale does not matter turns at each step once its length has settled, for the optimizer, its learning rate η and its weight decay λ at that step: √(2ηλ) for gradient descent, √(2ηλ/(1+α)) with momentum α, √(2ηλ(1−β₁)/(1+β₁)) for AdamW.")
          .from("Kosson et al. (ICML 2024), Table 1")
          .agreeing(Agreement.OF_A_MEAN);

  static final List<Quantity> ALL =
      List.of(Axes.LAYER, NORM, RATE, RELATIVE, ANGLE, EQUILIBRIUM_ANGLE);

  private RateQuantities() {}

  private static Quantity ofWeight(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition).along(Axes.LAYER);
  }
}
