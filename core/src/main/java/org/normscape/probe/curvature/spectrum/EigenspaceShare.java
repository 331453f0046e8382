package org.normscape.probe.curvature.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link TopEigenspaceShare} measured at one point.
 *
 * @param matrix of which matrix
 * @param components for each eigenvector, the largest eigenvalue first, {@code (uᵀg)²/‖g‖²}
 * @param products how often the matrix was multiplied with a vector
 */
public record EigenspaceShare(CurvatureMatrix matrix, List<Double> components, int products)
    implements Measurement {

  public EigenspaceShare {
    components = List.copyOf(components);
  }

  /** {@code ‖Uᵀg‖²/‖g‖²}. */
  public double share() {
    return components.stream().mapToDouble(x -> x).sum();
  }

  @Override
  public List<Reading> readings() {
    EigenspaceQuantities quantities = new EigenspaceQuantities(matrix);
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(quantities.share(), share()));
    for (int i = 0; i < components.size(); i++) {
      readings.add(
          Reading.at(CurvatureQuantities.INDEX, i + 1, quantities.component(), components.get(i)));
    }
    readings.add(Reading.of(quantities.shareProducts(), products));
    return List.copyOf(readings);
  }
}
