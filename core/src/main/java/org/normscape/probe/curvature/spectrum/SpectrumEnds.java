package org.normscape.probe.curvature.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link HessianEigenvalues} measured at one point.
 *
 * @param matrix which matrix
 * @param largest its largest eigenvalues, descending
 * @param smallest its smallest eigenvalues, ascending
 * @param products how often it was multiplied with a vector
 * @param parameterNorm the length of the parameters that it has rows for
 * @param learningRate that of the step
 */
public record SpectrumEnds(
    CurvatureMatrix matrix,
    List<Found> largest,
    List<Found> smallest,
    int products,
    double parameterNorm,
    double learningRate)
    implements Measurement {

  /**
   * An eigenvalue that was found.
   *
   * @param value the eigenvalue
   * @param residual how far from it, at most, an eigenvalue is
   */
  public record Found(double value, double residual) {}

  public SpectrumEnds {
    largest = List.copyOf(largest);
    smallest = List.copyOf(smallest);
  }

  /** The largest eigenvalue: for the Hessian, the sharpness. */
  public double sharpness() {
    return largest.get(0).value();
  }

  /** The largest eigenvalue times the squared length of the parameters. */
  public double sphericalSharpness() {
    return parameterNorm * parameterNorm * sharpness();
  }

  /** The largest eigenvalue over 2/η. */
  public double edgeRatio() {
    return sharpness() * learningRate / 2;
  }

  @Override
  public List<Reading> readings() {
    EigenvalueQuantities quantities = new EigenvalueQuantities(matrix);
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(quantities.largestEigenvalue(), sharpness()));
    readings.add(Reading.of(quantities.edgeRatio(), edgeRatio()));
    readings.add(Reading.of(quantities.sphericalSharpness(), sphericalSharpness()));
    for (int i = 0; i < largest.size(); i++) {
      readings.addAll(at(i + 1, largest.get(i), quantities));
    }
    for (int i = 0; i < smallest.size(); i++) {
      readings.addAll(at(-i - 1, smallest.get(i), quantities));
    }
    readings.add(Reading.of(quantities.eigenvalueProducts(), products));
    return List.copyOf(readings);
  }

  private static List<Reading> at(int index, Found found, EigenvalueQuantities quantities) {
    return List.of(
        Reading.at(CurvatureQuantities.INDEX, index, quantities.eigenvalue(), found.value()),
        Reading.at(CurvatureQuantities.INDEX, index, quantities.residual(), found.residual()));
  }
}
