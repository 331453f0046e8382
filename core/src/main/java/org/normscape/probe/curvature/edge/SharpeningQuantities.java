package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link Sharpening} consists of.
 *
 * @param matrix whose largest eigenvalue the sharpness is
 */
record SharpeningQuantities(CurvatureMatrix matrix) {

  private static final String PAPER = "Damian, Nichani and Lee (ICLR 2023)";
  private static final String WHERE =
      " S is the largest eigenvalue of the %s, ∇S its gradient with the eigenvector u held, L the loss on the same examples, at that step.";
  private static final Agreement THIRD =
      Agreement.relative(
          1e-3, 1e-1, 1, "third derivatives along an eigenvector that is known to a tolerance");

  Quantity norm() {
    return of(
        "sharpness_gradient_norm",
        "norm of the gradient of the sharpness",
        "‖∇S‖₂",
        "loss/parameter³",
        "The length of the gradient of the sharpness.");
  }

  Quantity sharpening() {
    return of(
            "progressive_sharpening",
            "progressive sharpening",
            "α = −⟨∇L,∇S⟩",
            "(loss/parameter²)²",
            "How fast the sharpness grows under gradient flow: above 0, descent sharpens.")
        .summedUp(Statistic.MEDIAN, "progressive sharpening, median");
  }

  Quantity stabilization() {
    return of(
        "self_stabilization",
        "strength of self-stabilization",
        "β = ‖∇S⊥‖₂²",
        "(loss/parameter³)²",
        "The squared length of the part of ∇S across u: oscillation by x along u lowers the sharpness once x² is larger than 2α∕β.");
  }

  Quantity cosine() {
    return of(
            "sharpness_gradient_cosine",
            "cosine of the gradients of loss and sharpness",
            "cos(∇L,∇S)",
            Units.ONE,
            "The cosine of the angle between both gradients.")
        .agreeing(Agreement.UNJUDGED);
  }

  List<Quantity> all() {
    return List.of(norm(), sharpening(), stabilization(), cosine());
  }

  private Quantity of(String name, String label, String symbol, String unit, String what) {
    return Quantity.of(
            matrix.prefix() + "_" + name,
            "%s (%s)".formatted(label, matrix.title()),
            symbol,
            unit,
            what + WHERE.formatted(matrix.title()))
        .from(PAPER)
        .agreeing(THIRD);
  }
}
