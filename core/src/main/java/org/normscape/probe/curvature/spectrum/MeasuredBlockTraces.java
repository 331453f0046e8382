package org.normscape.probe.curvature.spectrum;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.linalg.trace.Estimate;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link BlockTraces} measured at one point.
 *
 * @param matrix of which matrix
 * @param traces the trace of the block of each parameter, by path
 */
public record MeasuredBlockTraces(CurvatureMatrix matrix, Parameters<Estimate> traces)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    TraceQuantities quantities = new TraceQuantities(matrix);
    return traces.byPath().entrySet().stream()
        .flatMap(
            at ->
                Stream.of(
                    Reading.of(quantities.blockTrace(), at.getKey(), at.getValue().value()),
                    Reading.of(
                        quantities.blockTraceError(), at.getKey(), at.getValue().standardError())))
        .toList();
  }
}
