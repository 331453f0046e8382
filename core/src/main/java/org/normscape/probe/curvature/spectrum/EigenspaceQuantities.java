package org.normscape.probe.curvature.spectrum;

import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the gradient in the top eigenspace of a matrix.
 *
 * @param declared how quantities of the matrix are declared
 */
record EigenspaceQuantities(CurvatureQuantities declared) {

  /** Those of one matrix. */
  EigenspaceQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity share() {
    return declared
        .of(
            "gradient_share",
            "share of the gradient in the top eigenspace of the %s",
            "‖Uᵀg‖₂²/‖g‖₂²",
            Units.ONE,
            "How much of the squared length of the gradient g of the loss on the batch of the step lies in the span of the eigenvectors of the largest eigenvalues of the %s that were looked for.")
        .from("Gur-Ari, Roberts and Dyer (2018); Ghorbani, Krishnan and Xiao (ICML 2019)")
        .summedUp(
            Statistic.MEDIAN,
            "share of the gradient in the top eigenspace of the %s, median"
                .formatted(declared.title()))
        .agreeing(Agreement.OF_A_COSINE);
  }

  Quantity component() {
    return declared
        .of(
            "gradient_component",
            "share of the gradient along an eigenvector of the %s",
            "(uᵢᵀg)²/‖g‖₂²",
            Units.ONE,
            "How much of the squared length of the gradient g lies along the eigenvector of the i-th eigenvalue of the %s. Where eigenvalues are close, their eigenvectors are anywhere in their common span.")
        .along(CurvatureQuantities.INDEX)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity shareProducts() {
    return declared.products("gradient_share", "the top eigenspace");
  }
}
