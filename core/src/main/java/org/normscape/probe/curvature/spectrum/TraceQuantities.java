package org.normscape.probe.curvature.spectrum;

import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the trace of a matrix and of its blocks.
 *
 * @param declared how quantities of the matrix are declared
 */
record TraceQuantities(CurvatureQuantities declared) {

  /** Those of one matrix. */
  TraceQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity trace() {
    return declared
        .of(
            "trace",
            "trace of the %s",
            "tr " + declared.matrix().symbol(),
            Units.CURVATURE,
            "The sum of all eigenvalues of the %s, estimated from products with random vectors that are drawn anew at each step.")
        .from("Hutchinson (1990); Meyer et al. (2021); Epperly, Tropp and Webber (2024)")
        .summedUp(Statistic.LAST, "trace of the %s, last".formatted(declared.title()))
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity meanEigenvalue() {
    return declared
        .of(
            "mean_eigenvalue",
            "mean eigenvalue of the %s",
            "tr " + declared.matrix().symbol() + "/n",
            Units.CURVATURE,
            "The estimate of the trace of the %s over the number n of its rows.")
        .agreeing(CurvatureQuantities.ITERATED);
  }

  Quantity traceError() {
    return declared.error("trace", "trace of the %s", Units.CURVATURE);
  }

  Quantity traceProducts() {
    return declared.products("trace", "the trace");
  }

  Quantity blockTrace() {
    return declared
        .of(
            "block_trace",
            "trace of a block of the %s",
            "tr " + declared.matrix().symbol() + "ₗₗ",
            Units.CURVATURE,
            "The trace of the diagonal block that one parameter has in the %s, estimated from products with random vectors: over all parameters they add up to the trace.")
        .from("Hutchinson (1990)")
        .along(Axes.LAYER)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity blockTraceError() {
    return declared
        .error("block_trace", "trace of a block of the %s", Units.CURVATURE)
        .along(Axes.LAYER);
  }
}
