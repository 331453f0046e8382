package org.normscape.contract;

import java.util.function.DoubleFunction;

/** Derivatives by central differences of fourth order. */
public final class FiniteDifferences {

  private FiniteDifferences() {}

  /**
   * The derivative at 0 of each number of {@code f}.
   *
   * @param step the distance between places; a large one loses fewer digits, a small one meets
   *     fewer kinks
   */
  public static double[] of(double step, DoubleFunction<double[]> f) {
    double[] near = difference(f, step);
    double[] far = difference(f, 2 * step);
    for (int i = 0; i < near.length; i++) {
      near[i] = (8 * near[i] - far[i]) / (12 * step);
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
