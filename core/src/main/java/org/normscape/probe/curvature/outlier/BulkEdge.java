package org.normscape.probe.curvature.outlier;

import java.util.List;

/**
 * Where the bulk of a spectrum begins, below its outliers.
 *
 * @param outliers how many eigenvalues stand above; 0 where the largest is not above 0
 * @param ratio the last of them over the next one
 * @param edge the next one: the largest eigenvalue of the bulk
 */
public record BulkEdge(int outliers, double ratio, double edge) {

  /**
   * Behind the largest ratio of an eigenvalue and the next one, the first of equal ratios.
   *
   * @param eigenvalues the largest ones, descending
   * @param tolerance eigenvalues below this share of the largest count as this share
   */
  public static BulkEdge of(List<Double> eigenvalues, double tolerance) {
    double least = tolerance * eigenvalues.get(0);
    BulkEdge found = new BulkEdge(0, Double.NaN, eigenvalues.get(0));
    if (!(least > 0) || Double.isInfinite(least)) {
      return found;
    }
    for (int k = 1; k < eigenvalues.size(); k++) {
      double ratio = Math.max(least, eigenvalues.get(k - 1)) / Math.max(least, eigenvalues.get(k));
      if (!(ratio <= found.ratio)) {
        found = new BulkEdge(k, ratio, eigenvalues.get(k));
      }
    }
    return found;
  }
}
