package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link SharpnessGradient} measured at one point.
 *
 * @param matrix whose largest eigenvalue S is
 * @param sharpness S
 * @param lossGradient {@code ‖∇L‖}
 * @param sharpnessGradient {@code ‖∇S‖}
 * @param inner {@code ⟨∇L,∇S⟩}
 * @param along {@code ⟨u,∇S⟩} with the eigenvector u of S
 */
public record Sharpening(
    CurvatureMatrix matrix,
    double sharpness,
    double lossGradient,
    double sharpnessGradient,
    double inner,
    double along)
    implements Measurement {

  /** {@code α = −⟨∇L,∇S⟩}: how fast gradient descent sharpens. */
  public double progressiveSharpening() {
    return 0 - inner;
  }

  /** {@code β = ‖∇S⊥‖²}, of the part across u. */
  public double selfStabilization() {
    return Math.max(0, sharpnessGradient * sharpnessGradient - along * along);
  }

  @Override
  public List<Reading> readings() {
    SharpeningQuantities quantities = new SharpeningQuantities(matrix);
    return List.of(
        Reading.of(quantities.norm(), sharpnessGradient),
        Reading.of(quantities.sharpening(), progressiveSharpening()),
        Reading.of(quantities.stabilization(), selfStabilization()),
        Reading.of(quantities.cosine(), inner / lossGradient / sharpnessGradient));
  }
}
