package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link OptimizerEdge} measured at one point.
 *
 * @param matrix which matrix, before the optimizer divides
 * @param largest its largest eigenvalue as the optimizer sees it
 * @param residual how far from it, at most, an eigenvalue is
 * @param limit the bound of the optimizer, times its learning rate
 * @param learningRate that of the step
 */
public record MeasuredEdge(
    CurvatureMatrix matrix, double largest, double residual, double limit, double learningRate)
    implements Measurement {

  /** The eigenvalue over the optimizer's bound: 1 at the edge of stability. */
  public double ratio() {
    return largest * learningRate / limit;
  }

  @Override
  public List<Reading> readings() {
    EdgeQuantities quantities = new EdgeQuantities(matrix);
    return List.of(
        Reading.of(quantities.largest(), largest),
        Reading.of(quantities.ratio(), ratio()),
        Reading.of(EdgeQuantities.BOUND, limit / learningRate),
        Reading.of(quantities.residual(), residual));
  }
}
