package org.normscape.probe.plane;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What a {@link Surface} consists of. */
final class SurfaceQuantities {

  private static final String PAPER = "Li et al. (NeurIPS 2018)";
  private static final String WHERE =
      " at θ + α d + β e, on the measured batch, with the parameters θ and the running statistics left as they were. d and e are the directions that the probe is set to; what lies in a plane is little of what there is.";

  static final Quantity ALPHA = axis("alpha", "α", "first");
  static final Quantity BETA = axis("beta", "β", "second");

  static final Quantity LOSS =
      Quantity.of(
              "plane_loss", "loss on the plane", "L(θ + α d + β e)", Units.LOSS, "The loss" + WHERE)
          .from(PAPER)
          .along(ALPHA, BETA)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity GRADIENT_NORM =
      Quantity.of(
              "plane_gradient_norm",
              "norm of the gradient on the plane",
              "‖∇L(θ + α d + β e)‖₂",
              Units.GRADIENT,
              "The length of the gradient in the parameters that move" + WHERE)
          .along(ALPHA, BETA)
          .agreeing(Agreement.OF_A_GRADIENT_FAR_AWAY);

  static final Quantity ACCURACY =
      Quantity.of(
              "plane_accuracy",
              "accuracy on the plane",
              "",
              Units.ONE,
              "The share of right classifications" + WHERE)
          .from(PAPER)
          .along(ALPHA, BETA)
          .agreeing(Agreement.OF_A_COUNT);

  static final List<Quantity> ALL = List.of(ALPHA, BETA, LOSS, GRADIENT_NORM, ACCURACY);

  private SurfaceQuantities() {}

  private static Quantity axis(String name, String symbol, String which) {
    return Quantity.of(
        name,
        "along the " + which + " direction",
        symbol,
        Units.ONE,
        "How many times the %s direction of a plane is gone along.".formatted(which));
  }
}
