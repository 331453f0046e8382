package org.normscape.probe.curvature.edge;

import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the sharpness of batches.
 *
 * @param declared how quantities of the matrix are declared
 */
record BatchSharpnessQuantities(CurvatureQuantities declared) {

  /** Those of one matrix. */
  BatchSharpnessQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity batchSharpness() {
    return declared
        .of(
            "batch_sharpness",
            "batch sharpness by the %s",
            "E[gᵀ" + declared.matrix().symbol() + "g/‖g‖₂²]",
            Units.CURVATURE,
            "The curvature of the loss of a batch along its own gradient g, by the %s of that batch, as a mean over batches that are drawn for this measurement alone.")
        .from("Andreyev and Beneventano (2025)")
        .summedUp(Statistic.MEDIAN, "batch sharpness by the %s, median".formatted(declared.title()))
        .agreeing(CurvatureQuantities.PRODUCT);
  }

  Quantity batchSharpnessError() {
    return declared
        .of(
            "batch_sharpness_error",
            "standard error of the batch sharpness by the %s",
            "",
            Units.CURVATURE,
            "The standard error of the mean over batches that is the batch sharpness by the %s.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity batchEdgeRatio() {
    return declared
        .of(
            "batch_edge_ratio",
            "batch sharpness over the bound of stability, by the %s",
            "E[gᵀ" + declared.matrix().symbol() + "g/‖g‖₂²] η/2",
            Units.ONE,
            "The batch sharpness by the %s times half the learning rate η of the step: 1 is where it settles under stochastic gradient descent without momentum.")
        .from("Andreyev and Beneventano (2025)")
        .agreeing(CurvatureQuantities.PRODUCT);
  }
}
