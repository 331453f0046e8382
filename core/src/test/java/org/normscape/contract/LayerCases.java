package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.LayerCase;
import org.normscape.contract.cases.Tolerance;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;

/** Rows for layers, and what is asked of their derivatives. */
public final class LayerCases {

  private static final Tolerance SAME = Tolerance.overall(Double.NaN, 1e-9);

  /** So small that hardly one of many activations crosses its kink. */
  private static final double STEP = 1e-6;

  private static final double DIFFERENCES = 1e-6;

  private LayerCases() {}

  /** A layer as a function of all its arguments to output and new state. */
  public static Case of(String name, Layer layer, Shape input, Statistics statistics) {
    return new LayerCase(layer, input, statistics).named(name, SAME);
  }

  /**
   * Fails unless a row's loss, gradient and Hessian-vector product in float64 are those of the
   * reference and agree with finite differences.
   */
  public static void check(Case row, Backend backend) {
    DerivativeProgram derivatives = DerivativeProgram.of(row, DType.FLOAT64, row.body());
    List<double[]> values = Runs.once(backend, derivatives.program(), derivatives.arguments());
    Asked.check(
        Agreement.of(
            "derivatives of " + row.name(),
            derivatives.program().resultTypes(),
            values,
            Runs.reference(derivatives.program(), derivatives.arguments()),
            row.tolerance()));
    double[] differences =
        derivatives.differences(STEP, moved -> Runs.once(backend, derivatives.program(), moved));
    for (int order = 1; order <= derivatives.order(); order++) {
      String what = "derivative %s of %s".formatted(order, row.name());
      Asked.check(
          derivatives.withDifferences(what, order, values, differences, LayerCases::allowed));
    }
  }

  private static double allowed(DType dtype, double expected, double scale) {
    return DIFFERENCES * Math.max(1, scale);
  }
}
