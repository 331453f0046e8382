package org.normscape.probe.plane;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plane laid through points, known by inner products alone: where the points lie in it, how far
 * they are from it, and how much of their variance is along each axis. All is relative to the last
 * point.
 */
final class PointsPlane {

  private final double[][] products;
  private final double[][] axes;

  private PointsPlane(double[][] products, double[][] axes) {
    this.products = products;
    this.axes = axes;
  }

  /**
   * The plane of a basis, turned so that the first point has no positive coordinate.
   *
   * @param products {@code ⟨Dᵢ, Dⱼ⟩} of the differences {@code Dᵢ = θᵢ − θₙ}
   */
  static PointsPlane of(double[][] products, PlaneBasis basis) {
    PointsPlane plane = new PointsPlane(products, basis.coefficients(products));
    double[][] turned = new double[plane.axes.length][];
    for (int k = 0; k < turned.length; k++) {
      double sign = plane.coordinate(k, 0) > 0 ? -1 : 1;
      turned[k] = Arrays.stream(plane.axes[k]).map(c -> sign * c).toArray();
    }
    return new PointsPlane(products, turned);
  }

  /** For each of the two axes, the coefficients of the differences it is a sum of. */
  List<double[]> axes() {
    return List.of(axes);
  }

  private int size() {
    return products.length;
  }

  /** Where a point lies along an axis: {@code ⟨Dᵢ, Σ cⱼ Dⱼ⟩}. */
  double coordinate(int axis, int point) {
    double sum = 0;
    for (int j = 0; j < size(); j++) {
      sum += axes[axis][j] * products[point][j];
    }
    return sum;
  }

  /** How far a point is from the plane. */
  double distance(int point) {
    double x = coordinate(0, point);
    double y = coordinate(1, point);
    return Math.sqrt(Math.max(0, products[point][point] - x * x - y * y));
  }

  /** The share of the variance of the points that is along an axis; NaN where there is none. */
  double share(int axis) {
    double[] along = coordinates(axis);
    double[][] centred = PlaneBasis.centred(products);
    double mean = 0;
    for (double x : along) {
      mean += x / size();
    }
    double variance = 0;
    double all = 0;
    for (int i = 0; i < size(); i++) {
      variance += (along[i] - mean) * (along[i] - mean);
      all += centred[i][i];
    }
    return all > 0 ? variance / all : Double.NaN;
  }

  /** How far the points reach along an axis. */
  double extent(int axis) {
    return Arrays.stream(coordinates(axis)).max().orElseThrow() - low(axis);
  }

  private double low(int axis) {
    return Arrays.stream(coordinates(axis)).min().orElseThrow();
  }

  /** Where a point lies along an axis, in extents: 0 for the lowest point, 1 for the highest. */
  double shareOfExtent(int axis, int point) {
    double extent = extent(axis);
    return extent == 0 ? 0 : (coordinate(axis, point) - low(axis)) / extent;
  }

  /** The coordinate of so many extents. */
  double coordinateAt(int axis, double extents) {
    return low(axis) + extents * extent(axis);
  }

  private double[] coordinates(int axis) {
    return IntStream.range(0, size()).mapToDouble(i -> coordinate(axis, i)).toArray();
  }
}
