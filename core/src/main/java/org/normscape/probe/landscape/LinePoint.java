package org.normscape.probe.landscape;

import java.util.List;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What was measured one step along the gradient, at {@code θ − εg}.
 *
 * @param stepLength ε; positive goes downhill
 * @param loss {@code L(θ − εg)}
 * @param gradientDifference {@code ‖∇L(θ − εg) − g‖₂}
 * @param gradientNorm {@code ‖∇L(θ − εg)‖₂}
 * @param cosine the cosine of the angle between {@code ∇L(θ − εg)} and {@code g}
 * @param relativeDifference {@code ‖∇L(θ − εg) − g‖₂ / ‖g‖₂}: free of scale
 * @param effectiveSmoothness {@code ‖∇L(θ − εg) − g‖₂ / (|ε| ‖g‖₂)}, of which effective β is the
 *     maximum over ε
 */
public record LinePoint(
    double stepLength,
    double loss,
    double gradientDifference,
    double gradientNorm,
    double cosine,
    double relativeDifference,
    double effectiveSmoothness) {

  /**
   * Derives what follows from the norms and the cosine. Divided by a norm that is not finite, a
   * difference would look small: then what is divided is NaN.
   */
  static LinePoint of(
      double stepLength,
      double loss,
      double gradientDifference,
      double gradientNorm,
      double cosine,
      double normAtCentre) {
    double relative =
        gradientDifference / (Double.isInfinite(normAtCentre) ? Double.NaN : normAtCentre);
    return new LinePoint(
        stepLength,
        loss,
        gradientDifference,
        gradientNorm,
        cosine,
        relative,
        relative / Math.abs(stepLength));
  }

  /** The numbers of this point, in the order in which they are recorded. */
  List<Reading> readings() {
    return List.of(
        reading(LandscapeQuantities.LOSS_ALONG, loss),
        reading(LandscapeQuantities.GRADIENT_DIFFERENCE, gradientDifference),
        reading(LandscapeQuantities.EFFECTIVE_BETA, effectiveSmoothness),
        reading(LandscapeQuantities.COSINE, cosine),
        reading(LandscapeQuantities.RELATIVE_DIFFERENCE, relativeDifference),
        reading(LandscapeQuantities.NORM_ALONG, gradientNorm));
  }

  private Reading reading(Quantity quantity, double value) {
    return Reading.at(Axes.EPSILON, stepLength, quantity, value);
  }
}
