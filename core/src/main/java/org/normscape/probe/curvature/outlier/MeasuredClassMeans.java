package org.normscape.probe.curvature.outlier;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link ClassMeans} measured at one point.
 *
 * @param matrix of which matrix
 * @param dimension the dimension of the span of the mean gradients of the classes
 * @param cosines those of the principal angles between this span and the top eigenspace, descending
 * @param eigenvalues the largest eigenvalues, descending, one for each class
 * @param inside for each of their eigenvectors, how much of its squared length lies in the span
 * @param rest the largest eigenvalue when the span is removed
 * @param products how often the matrix was multiplied with a vector
 */
public record MeasuredClassMeans(
    CurvatureMatrix matrix,
    int dimension,
    List<Double> cosines,
    List<Double> eigenvalues,
    List<Double> inside,
    double rest,
    int products)
    implements Measurement {

  public MeasuredClassMeans {
    cosines = List.copyOf(cosines);
    eigenvalues = List.copyOf(eigenvalues);
    inside = List.copyOf(inside);
  }

  /** How much of the top eigenspace lies in the span: the mean over its directions. */
  public double share() {
    return inside.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
  }

  /** The same, each eigenvector with the weight of its eigenvalue. */
  public double energy() {
    double all = eigenvalues.stream().mapToDouble(x -> x).sum();
    double in = 0;
    for (int i = 0; i < inside.size(); i++) {
      in += eigenvalues.get(i) * inside.get(i);
    }
    return in / all;
  }

  @Override
  public List<Reading> readings() {
    ClassMeanQuantities quantities = new ClassMeanQuantities(matrix);
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(quantities.dimension(), dimension));
    readings.add(Reading.of(quantities.share(), share()));
    readings.add(Reading.of(quantities.energy(), energy()));
    for (int i = 0; i < cosines.size(); i++) {
      readings.add(
          Reading.at(ClassMeanQuantities.ANGLE, i + 1, quantities.cosine(), cosines.get(i)));
    }
    readings.add(Reading.of(quantities.rest(), rest));
    readings.add(Reading.of(quantities.restRatio(), rest / eigenvalues.get(0)));
    readings.add(Reading.of(quantities.products(), products));
    return List.copyOf(readings);
  }
}
