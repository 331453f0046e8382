package org.normscape.linalg.box;

/**
 * The minimum of a model in the variables that are free at the Cauchy point, cut off where the way
 * to it leaves the bounds (Byrd, Lu, Nocedal and Zhu, 1995, section 5.1, the direct primal method).
 */
final class FreeMinimum {

  private final double[] x;
  private final double[] gradient;
  private final Bounds bounds;
  private final Model model;
  private final CauchyPoint cauchy;

  private FreeMinimum(
      double[] x, double[] gradient, Bounds bounds, Model model, CauchyPoint cauchy) {
    this.x = x;
    this.gradient = gradient;
    this.bounds = bounds;
    this.model = model;
    this.cauchy = cauchy;
  }

  /** Finds it. */
  static double[] of(
      double[] x, double[] gradient, Bounds bounds, Model model, CauchyPoint cauchy) {
    FreeMinimum minimum = new FreeMinimum(x, gradient, bounds, model, cauchy);
    double[] step = minimum.step(minimum.reducedGradient());
    double room = Math.min(1, bounds.room(cauchy.place(), step));
    return bounds.along(cauchy.place(), room, step);
  }

  /** The gradient of the model at the Cauchy point in the variables that are free; 0 elsewhere. */
  private double[] reducedGradient() {
    double[] weighted = model.middle(cauchy.moved());
    double[] r = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (bounds.isFree(i, cauchy.place()[i])) {
        r[i] =
            gradient[i]
                + model.theta() * (cauchy.place()[i] - x[i])
                - Dense.dot(model.row(i), weighted);
      }
    }
    return r;
  }

  /** {@code −(θ − Z W M Wᵀ Zᵀ)⁻¹ r} by the formula of Sherman, Morrison and Woodbury. */
  private double[] step(double[] r) {
    double theta = model.theta();
    double[] inner = inner(r);
    double[] step = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (bounds.isFree(i, cauchy.place()[i])) {
        step[i] = -r[i] / theta - Dense.dot(model.row(i), inner) / (theta * theta);
      }
    }
    return step;
  }

  /** {@code (1 − M N)⁻¹ M Wᵀ r} with {@code N = WᵀZZᵀW/θ}. */
  private double[] inner(double[] r) {
    int k = model.columns();
    double[][] n = new double[k][k];
    for (int i = 0; i < x.length; i++) {
      if (bounds.isFree(i, cauchy.place()[i])) {
        double[] row = model.row(i);
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            n[a][b] += row[a] * row[b] / model.theta();
          }
        }
      }
    }
    double[][] system = new double[k][k];
    for (int b = 0; b < k; b++) {
      double[] column = model.middle(n[b]);
      for (int a = 0; a < k; a++) {
        system[a][b] = (a == b ? 1 : 0) - column[a];
      }
    }
    return Dense.solve(system, model.middle(model.transposed(r)));
  }
}
