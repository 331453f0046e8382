package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.linalg.trace.Estimate;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link BatchSharpness} measured at one point.
 *
 * @param matrix of which matrix
 * @param sharpness the mean over batches
 * @param learningRate η, that of the step
 */
public record MeasuredBatchSharpness(
    CurvatureMatrix matrix, Estimate sharpness, double learningRate) implements Measurement {

  @Override
  public List<Reading> readings() {
    BatchSharpnessQuantities quantities = new BatchSharpnessQuantities(matrix);
    return List.of(
        Reading.of(quantities.batchSharpness(), sharpness.value()),
        Reading.of(quantities.batchSharpnessError(), sharpness.standardError()),
        Reading.of(quantities.batchEdgeRatio(), sharpness.value() * learningRate / 2));
  }
}
