package org.normscape.contract.cases;

import org.normscape.ir.Contraction;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Operation;
import org.normscape.ir.Reduction;
import org.normscape.ir.Window;

/** How exact the operations of each kind must be. */
public final class Tolerances {

  /** For functions that are not correctly rounded: a few units in the last place. */
  static final Tolerance FUNCTION = Tolerance.relative(2e-6, 2e-14);

  /** For sums in any order. */
  static final Tolerance SUM = Tolerance.overall(1e-5, 1e-13);

  /** For derivatives, which are whole programs. */
  public static final Tolerance DERIVATIVE = Tolerance.overall(1e-4, 1e-11);

  private Tolerances() {}

  static Tolerance of(Operation operation) {
    if (operation instanceof Contraction
        || operation instanceof Reduction.Sum
        || operation instanceof Window.SumPool
        || operation instanceof Window.SumPoolInputGradient
        || operation instanceof Window.MaxPoolScatter) {
      return SUM;
    }
    return isFunction(operation) ? FUNCTION : Tolerance.exactly();
  }

  private static boolean isFunction(Operation operation) {
    return operation instanceof Elementwise.Exp
        || operation instanceof Elementwise.Log
        || operation instanceof Elementwise.ReciprocalSqrt
        || operation instanceof Elementwise.Power
        || operation instanceof Elementwise.Tanh
        || operation instanceof Elementwise.Sigmoid
        || operation instanceof Elementwise.Softplus
        || operation instanceof Elementwise.Erf;
  }
}
