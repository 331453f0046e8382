package org.normscape.probe.theory;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link MeasuredInvariance} consists of. */
final class InvarianceQuantities {

  private static final String PAPER = "Ioffe and Szegedy (ICML 2015), section 3.3";
  private static final String WHERE =
      " on the measured batch, where one weight W is multiplied with a and all others stay.";

  static final Quantity LOSS =
      of(
          "scale_invariance_loss",
          "change of the loss with the scale of a weight",
          "|L(aW) − L(W)| ∕ |L(W)|",
          "The size of the change of the loss, relative to it,",
          Agreement.absolute(1e-10, 1e-3, 1e-2, "losses a step away"));

  static final Quantity GRADIENT =
      of(
          "scale_invariance_gradient",
          "gradient at a multiple of a weight, times the multiple",
          "a‖∇L(aW)‖ ∕ ‖∇L(W)‖",
          "The length of the gradient in W times a, over what it was: 1 where the scale of W does not matter,",
          Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity COSINE =
      of(
          "weight_gradient_cosine",
          "cosine of a weight and its gradient",
          "cos(W, ∇L(W))",
          "The cosine of the angle between W and the gradient in it: 0 where the scale of W does not matter,",
          Agreement.OF_A_COSINE);

  static final List<Quantity> ALL = List.of(Axes.LAYER, LOSS, GRADIENT, COSINE);

  private InvarianceQuantities() {}

  private static Quantity of(
      String name, String label, String symbol, String what, Agreement agreement) {
    return Quantity.of(name, label, symbol, Units.ONE, what + WHERE)
        .from(PAPER)
        .along(Axes.LAYER)
        .agreeing(agreement);
  }
}
