package org.normscape.probe.curvature.spectrum;

import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the ends of a spectrum.
 *
 * @param declared how quantities of the matrix are declared
 */
record EigenvalueQuantities(CurvatureQuantities declared) {

  /** Those of one matrix. */
  EigenvalueQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity eigenvalue() {
    return declared.eigenvalue();
  }

  Quantity residual() {
    return declared
        .of(
            "eigenvalue_residual",
            "residual of the eigenvalue of the %s",
            "‖" + declared.matrix().symbol() + "uᵢ − λᵢuᵢ‖₂",
            Units.CURVATURE,
            "The length of the product of the %s with the unit vector that was found, less the eigenvalue that was found times that vector: an eigenvalue is no further from it than this.")
        .along(CurvatureQuantities.INDEX)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity largestEigenvalue() {
    return declared
        .of(
            "largest_eigenvalue",
            "largest eigenvalue of the %s",
            "λ₁",
            Units.CURVATURE,
            "The largest eigenvalue of the %s. For the Hessian of the loss it is called sharpness.")
        .from("Cohen et al. (ICLR 2021)")
        .summedUp(
            Statistic.MEDIAN, "largest eigenvalue of the %s, median".formatted(declared.title()))
        .summedUp(Statistic.LAST, "largest eigenvalue of the %s, last".formatted(declared.title()))
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity edgeRatio() {
    return declared
        .of(
            "edge_ratio",
            "largest eigenvalue of the %s over the bound of stability",
            "λ₁η/2",
            Units.ONE,
            "The largest eigenvalue of the %s times half the learning rate η of the step: 1 is the edge of stability of gradient descent without momentum.")
        .from("Cohen et al. (ICLR 2021)")
        .summedUp(Statistic.MEDIAN, "λ₁η/2 of the %s, median".formatted(declared.title()))
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity sphericalSharpness() {
    return declared
        .of(
            "spherical_sharpness",
            "spherical sharpness by the %s",
            "‖w‖₂²λ₁",
            Units.LOSS,
            "The largest eigenvalue of the %s times the squared length of the parameters w that it has rows for. Where the loss does not change with the length of w, it does not either.")
        .from("Lyu, Li and Arora (NeurIPS 2022)")
        .summedUp(Statistic.LAST, "spherical sharpness by the %s, last".formatted(declared.title()))
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity eigenvalueProducts() {
    return declared.products("eigenvalue", "the largest and smallest eigenvalues");
  }
}
