package org.normscape.linalg.box;

import org.jspecify.annotations.Nullable;
import org.normscape.component.Components;

/**
 * A smallest value of a function between bounds, by the algorithm L-BFGS-B (Byrd, Lu, Nocedal and
 * Zhu, "A limited memory algorithm for bound constrained optimization", 1995): a quadratic model in
 * compact form, its minimum along the projected gradient, from there its minimum in the variables
 * that touch no bound, and a search along the line to it. In the first iteration no step goes
 * beyond that minimum, as in the authors' program; later ones may, up to the next bound.
 *
 * @param memory how many of the last steps the model knows
 * @param iterations how many iterations at most
 * @param tolerance it ends where no element of the projected gradient is larger
 */
public record BoundedMinimizer(int memory, int iterations, double tolerance) {

  public BoundedMinimizer {
    Components.count(BoundedMinimizer.class, "memory", memory);
    Components.count(BoundedMinimizer.class, "iterations", iterations);
    Components.notNegative(BoundedMinimizer.class, "tolerance", tolerance);
  }

  /**
   * Minimizes a function. Where it, or its gradient, is not finite, the search ends.
   *
   * @param start where to begin: its nearest place between the bounds
   * @return the last place
   */
  public double[] minimize(Differentiable function, double[] start, Bounds bounds) {
    double[] x = bounds.along(start, 0, start);
    Slope here = function.at(x);
    Model model = new Model(memory);
    for (int iteration = 0; iteration < iterations; iteration++) {
      if (!here.isFinite() || bounds.projectedGradient(x, here.gradient()) <= tolerance) {
        break;
      }
      WolfeSearch.At next = step(function, x, here, bounds, model, iteration);
      if (next == null && model.columns() > 0) {
        model.forget();
        next = step(function, x, here, bounds, model, iteration);
      }
      if (next == null) {
        break;
      }
      model.learn(minus(next.x(), x), minus(next.slope().gradient(), here.gradient()));
      x = next.x();
      here = next.slope();
    }
    return x;
  }

  private static WolfeSearch.@Nullable At step(
      Differentiable function, double[] x, Slope here, Bounds bounds, Model model, int iteration) {
    CauchyPoint cauchy = CauchyPoint.of(x, here.gradient(), bounds, model);
    double[] to = FreeMinimum.of(x, here.gradient(), bounds, model, cauchy);
    double[] direction = minus(to, x);
    if (!(Dense.dot(here.gradient(), direction) < 0)) {
      return null;
    }
    double most = iteration == 0 ? 1 : Math.max(1, bounds.room(x, direction));
    return new WolfeSearch(function, bounds, x, here, direction, most).find();
  }

  private static double[] minus(double[] x, double[] y) {
    double[] difference = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      difference[i] = x[i] - y[i];
    }
    return difference;
  }
}
