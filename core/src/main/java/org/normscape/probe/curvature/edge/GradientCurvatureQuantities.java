package org.normscape.probe.curvature.edge;

import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the curvature along the gradient.
 *
 * @param declared how quantities of the matrix are declared
 */
record GradientCurvatureQuantities(CurvatureQuantities declared) {

  /** Those of one matrix. */
  GradientCurvatureQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity gradientCurvature() {
    return declared
        .of(
            "gradient_curvature",
            "curvature along the gradient by the %s",
            "gᵀ" + declared.matrix().symbol() + "g/‖g‖₂²",
            Units.CURVATURE,
            "The second derivative along the gradient g of the loss on the batch of the step, by the %s: its product with g, along g, over the squared length of g.")
        .from("Andreyev and Beneventano (2025): the batch sharpness is its mean over batches")
        .summedUp(
            Statistic.MEDIAN,
            "curvature along the gradient by the %s, median".formatted(declared.title()))
        .agreeing(CurvatureQuantities.PRODUCT);
  }

  Quantity gradientEdgeRatio() {
    return declared
        .of(
            "gradient_edge_ratio",
            "curvature along the gradient over the bound of stability, by the %s",
            "gᵀ" + declared.matrix().symbol() + "g η/(2‖g‖₂²)",
            Units.ONE,
            "The curvature along the gradient by the %s times half the learning rate η of the step: above 1, a step of gradient descent does not lower the quadratic model of the loss.")
        .agreeing(CurvatureQuantities.PRODUCT);
  }
}
