package org.normscape.contract;

import java.util.function.DoubleFunction;

/** Derivatives by central differences of fourth order. */
public final class FiniteDifferences {

  private static final double STEP = 1e-3;

  private FiniteDifferences() {}

  /** The derivative at 0 of each number of {@code f}. */
  public static double[] of(DoubleFunction<double[]> f) {
    double[] near = difference(f, STEP);
    double[] far = difference(f, 2 * STEP);
    for (int i = 0; i < near.length; i++) {
      near[i] = (8 * near[i] - far[i]) / (12 * STEP);
    }
    return near;
  }

  private static double[] difference(DoubleFunction<double[]> f, double step) {
    double[] ahead = f.apply(step).clone();
    double[] behind = f.apply(-step);
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] -= behind[i];
    }
    return ahead;
  }
}
