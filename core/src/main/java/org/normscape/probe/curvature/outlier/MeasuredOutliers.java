package org.normscape.probe.curvature.outlier;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link SpectrumOutliers} measured at one point.
 *
 * @param matrix of which matrix
 * @param eigenvalues its largest eigenvalues, descending
 * @param edge which of them are outliers
 * @param mean the mean of all eigenvalues but the outliers
 * @param deviation their standard deviation
 * @param products how often the matrix was multiplied with a vector
 */
public record MeasuredOutliers(
    CurvatureMatrix matrix,
    List<Double> eigenvalues,
    BulkEdge edge,
    double mean,
    double deviation,
    int products)
    implements Measurement {

  public MeasuredOutliers {
    eigenvalues = List.copyOf(eigenvalues);
  }

  @Override
  public List<Reading> readings() {
    OutlierQuantities quantities = new OutlierQuantities(matrix);
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(quantities.outliers(), edge.outliers()));
    readings.add(Reading.of(quantities.ratio(), edge.ratio()));
    readings.add(Reading.of(quantities.edge(), edge.edge()));
    readings.add(Reading.of(quantities.mean(), mean));
    readings.add(Reading.of(quantities.deviation(), deviation));
    for (int i = 0; i < eigenvalues.size(); i++) {
      readings.add(
          Reading.at(
              CurvatureQuantities.INDEX, i + 1, quantities.eigenvalue(), eigenvalues.get(i)));
    }
    readings.add(Reading.of(quantities.products(), products));
    return List.copyOf(readings);
  }
}
