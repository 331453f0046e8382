package org.normscape.probe.weight;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link GradientProfile} consists of. */
final class TailQuantities {

  private static final String PAPER = "Bjorck et al. (NeurIPS 2018), Figure 2";

  static final Quantity NORM =
      Quantity.of(
              "parameter_gradient_norm",
              "norm of the gradient in a parameter",
              "‖∂L∕∂w‖₂",
              Units.GRADIENT,
              "The length of the gradient of the loss in one parameter, by its path, on the measured batch.")
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_GRADIENT_NORM);

  static final Quantity KURTOSIS =
      Quantity.of(
              "gradient_kurtosis",
              "kurtosis of the gradient",
              "E[g⁴] ∕ E[g²]²",
              Units.ONE,
              "The fourth moment of the entries of the gradient in one parameter divided by the square of the second, both about 0: 3 for normal numbers, more the heavier the tails; at most the number of entries.")
          .from(PAPER)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity PEAK =
      Quantity.of(
              "gradient_peak",
              "largest entry of the gradient",
              "max |g| ∕ √E[g²]",
              Units.ONE,
              "The largest size of an entry of the gradient in one parameter, divided by the root of their mean square.")
          .from(PAPER)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final List<Quantity> ALL = List.of(Axes.LAYER, NORM, KURTOSIS, PEAK);

  private TailQuantities() {}
}
