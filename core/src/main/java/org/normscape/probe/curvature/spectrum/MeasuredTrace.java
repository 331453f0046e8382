package org.normscape.probe.curvature.spectrum;

import java.util.List;
import org.normscape.linalg.trace.Estimate;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link HessianTrace} measured at one point.
 *
 * @param matrix which matrix
 * @param trace its trace
 * @param rows how many rows it has
 */
public record MeasuredTrace(CurvatureMatrix matrix, Estimate trace, int rows)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    TraceQuantities quantities = new TraceQuantities(matrix);
    return List.of(
        Reading.of(quantities.trace(), trace.value()),
        Reading.of(quantities.traceError(), trace.standardError()),
        Reading.of(quantities.meanEigenvalue(), trace.value() / rows),
        Reading.of(quantities.traceProducts(), trace.products()));
  }
}
