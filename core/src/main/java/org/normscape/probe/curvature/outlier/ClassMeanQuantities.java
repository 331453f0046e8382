package org.normscape.probe.curvature.outlier;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link MeasuredClassMeans} consists of.
 *
 * @param matrix of which matrix
 */
record ClassMeanQuantities(CurvatureMatrix matrix) {

  private static final String PAPERS =
      "Papyan (ICML 2019); Gur-Ari, Roberts and Dyer (2018); Björck and Golub (1973)";
  private static final String WHERE =
      " Q spans the mean gradients of the examples of each class, U the eigenvectors of as many of the largest eigenvalues of the %s as there are classes, at that step.";

  /** Which of the angles between two subspaces. */
  static final Quantity ANGLE =
      Quantity.of(
          "principal_angle_index",
          "index of the principal angle",
          "i",
          Units.ONE,
          "The place of an angle between two subspaces among all: 1 is the smallest, between the directions that they share most.");

  Quantity dimension() {
    return of(
            "class_mean_dimension",
            "dimension of the span of the mean gradients of classes (%s)",
            "dim Q",
            Units.ONE,
            "How many directions the mean gradients of the classes of the batch have: one fewer than classes where they cancel.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity share() {
    return of(
            "class_mean_share",
            "share of the top eigenspace of the %s in the span of class means",
            "‖QᵀU‖_F² ∕ K",
            Units.ONE,
            "How much of the eigenvectors lies in Q, as a mean over them: dim Q over the number of rows for a random subspace.")
        .summedUp(
            Statistic.MEDIAN,
            "share of the top eigenspace of the %s in class means, median"
                .formatted(matrix.title()))
        .agreeing(Agreement.OF_A_COSINE);
  }

  Quantity energy() {
    return of(
            "class_mean_energy",
            "share of the largest eigenvalues of the %s in the span of class means",
            "Σ λᵢ‖Qᵀuᵢ‖² ∕ Σ λᵢ",
            Units.ONE,
            "The same, each eigenvector with the weight of its eigenvalue.")
        .agreeing(Agreement.OF_A_COSINE);
  }

  Quantity cosine() {
    return of(
            "class_mean_cosine",
            "cosine between the top eigenspace of the %s and the span of class means",
            "σᵢ(QᵀU)",
            Units.ONE,
            "The cosine of a principal angle between Q and U: 1 where they share a direction.")
        .along(ANGLE)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity rest() {
    return of(
            "class_mean_rest",
            "largest eigenvalue of the %s without the span of class means",
            "λ₁(P⊥%sP⊥)".formatted(matrix.symbol()),
            Units.CURVATURE,
            "The largest eigenvalue of what is left of the matrix orthogonal to Q.")
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity restRatio() {
    return of(
            "class_mean_rest_ratio",
            "largest eigenvalue of the %s without the span of class means, over that with it",
            "λ₁(P⊥%sP⊥) ∕ λ₁".formatted(matrix.symbol()),
            Units.ONE,
            "The largest eigenvalue orthogonal to Q over the largest of all: 1 where class means explain nothing of it.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity products() {
    return of(
            "class_mean_products",
            "products with the %s for class means",
            "",
            Units.ONE,
            "How often the matrix was multiplied with a vector to find both.")
        .agreeing(Agreement.UNJUDGED);
  }

  List<Quantity> all() {
    return List.of(
        ANGLE, dimension(), share(), energy(), cosine(), rest(), restRatio(), products());
  }

  private Quantity of(String name, String label, String symbol, String unit, String definition) {
    return new CurvatureQuantities(matrix)
        .of(name, label, symbol, unit, definition + WHERE)
        .from(PAPERS);
  }
}
