package org.normscape.probe.curvature.outlier;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link MeasuredOutliers} consists of.
 *
 * @param matrix of which matrix
 */
record OutlierQuantities(CurvatureMatrix matrix) {

  private static final String PAPERS =
      "Sagun et al. (2017); Papyan (2018); Ghorbani, Krishnan and Xiao (ICML 2019)";
  private static final String RULE =
      " Of the largest eigenvalues that were looked at, those before the largest ratio of one and the next are outliers, and the bulk begins behind it; eigenvalues below the tolerance times the largest count as so large.";

  Quantity outliers() {
    return of(
            "outliers",
            "outliers of the spectrum of the %s",
            "k",
            Units.ONE,
            "How many eigenvalues of the %s stand above the bulk of its spectrum.")
        .summedUp(Statistic.MEDIAN, "outliers of the %s, median".formatted(matrix.title()))
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity ratio() {
    return of(
            "outlier_ratio",
            "smallest outlier of the %s over the edge of its bulk",
            "λₖ ∕ λₖ₊₁",
            Units.ONE,
            "The smallest outlier of the %s over the next eigenvalue: near 1, there is no gap.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity edge() {
    return of(
            "bulk_edge",
            "edge of the bulk of the %s",
            "λₖ₊₁",
            Units.CURVATURE,
            "The largest eigenvalue of the %s that is no outlier.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity mean() {
    return of(
            "bulk_mean",
            "mean eigenvalue of the bulk of the %s",
            "tr P⊥%sP⊥ ∕ (n − k)".formatted(matrix.symbol()),
            Units.CURVATURE,
            "The mean of all eigenvalues of the %s but the outliers, by Hutchinson's estimator of the matrix without the outliers' eigenvectors.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity deviation() {
    return of(
            "bulk_deviation",
            "standard deviation of the bulk of the %s",
            "",
            Units.CURVATURE,
            "The standard deviation of all eigenvalues of the %s but the outliers, from the same products as their mean.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity eigenvalue() {
    return of(
            "top_eigenvalue",
            "one of the largest eigenvalues of the %s",
            "λᵢ",
            Units.CURVATURE,
            "The i-th largest eigenvalue of the %s.")
        .along(CurvatureQuantities.INDEX)
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity products() {
    return of(
            "outlier_products",
            "products with the %s for its outliers",
            "",
            Units.ONE,
            "How often the %s was multiplied with a vector to find outliers and the rest.")
        .agreeing(Agreement.UNJUDGED);
  }

  List<Quantity> all() {
    return List.of(
        CurvatureQuantities.INDEX,
        outliers(),
        ratio(),
        edge(),
        mean(),
        deviation(),
        eigenvalue(),
        products());
  }

  private Quantity of(String name, String label, String symbol, String unit, String definition) {
    return new CurvatureQuantities(matrix)
        .of(name, label, symbol, unit, definition + RULE)
        .from(PAPERS);
  }
}
