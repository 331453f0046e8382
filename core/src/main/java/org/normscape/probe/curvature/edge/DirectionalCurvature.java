package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link GradientCurvature} measured at one point.
 *
 * @param matrix by which matrix
 * @param alongGradient {@code gᵀHg/‖g‖²}; not a number where g is 0
 * @param learningRate η, that of the step
 */
public record DirectionalCurvature(
    CurvatureMatrix matrix, double alongGradient, double learningRate) implements Measurement {

  @Override
  public List<Reading> readings() {
    GradientCurvatureQuantities quantities = new GradientCurvatureQuantities(matrix);
    return List.of(
        Reading.of(quantities.gradientCurvature(), alongGradient),
        Reading.of(quantities.gradientEdgeRatio(), alongGradient * learningRate / 2),
        Reading.of(CurvatureQuantities.STABILITY_THRESHOLD, 2 / learningRate));
  }
}
