package org.normscape.probe.curvature.edge;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What {@link MeasuredEdge} consists of.
 *
 * @param matrix which matrix
 */
record EdgeQuantities(CurvatureMatrix matrix) {

  private static final String PAPERS = "Cohen et al. (ICLR 2021); Cohen et al. (2022)";

  /** The optimizer's bound. */
  static final Quantity BOUND =
      Quantity.of(
              "optimizer_stability_bound",
              "bound of stability of the optimizer",
              "",
              Units.CURVATURE,
              "The eigenvalue above which the optimizer diverges on a quadratic loss, at the learning rate η of that step: 2/η for gradient descent, 2(1+b)/η with momentum b, (2+2β₁)/((1−β₁)η) for Adam while what it divides by stays the same.")
          .from(PAPERS);

  Quantity largest() {
    return of(
            "largest_preconditioned_eigenvalue",
            "largest eigenvalue of the %s as the optimizer sees it",
            "λ₁(P^−½ %s P^−½)".formatted(matrix.symbol()),
            Units.CURVATURE,
            "The largest eigenvalue of the %s, multiplied from both sides with the inverse roots of what the optimizer divides its steps by; for gradient descent and momentum that is 1.")
        .summedUp(Statistic.LAST, "λ₁ as the optimizer sees it, last");
  }

  Quantity ratio() {
    return of(
            "optimizer_edge_ratio",
            "largest eigenvalue of the %s over the bound of the optimizer",
            "",
            Units.ONE,
            "The largest eigenvalue of the %s as the optimizer sees it over the optimizer's bound of stability: 1 is the edge of stability.")
        .summedUp(Statistic.MEDIAN, "λ₁ over the bound of the optimizer, median");
  }

  Quantity residual() {
    return of(
            "preconditioned_residual",
            "residual of the eigenvalue of the %s as the optimizer sees it",
            "",
            Units.CURVATURE,
            "An eigenvalue of the %s as the optimizer sees it is no further from the one that was found than this.")
        .agreeing(Agreement.UNJUDGED);
  }

  List<Quantity> all() {
    return List.of(largest(), ratio(), BOUND, residual());
  }

  private Quantity of(String name, String label, String symbol, String unit, String definition) {
    return new CurvatureQuantities(matrix)
        .of(name, label, symbol, unit, definition)
        .from(PAPERS)
        .agreeing(CurvatureQuantities.ITERATED);
  }
}
