package org.normscape.linalg.box;

import com.google.auto.service.AutoService;

/**
 * Projected ascent along the signs of the gradient: each step goes so far in every variable that
 * all steps together are two and a half times as long as the box is wide from its middle, and is
 * cut off at its sides. On a separable quadratic it finds the maximum; the scale of the gradient
 * plays no part.
 */
@AutoService(BoxSearch.class)
public record ProjectedSigns() implements BoxSearch {

  private static final double REACH = 2.5;

  @Override
  public Ascent maximize(Differentiable function, double[] sides, int iterations) {
    Watched watched = new Watched(function);
    double[] x = new double[sides.length];
    for (int step = 0; step <= iterations; step++) {
      double[] gradient = watched.at(x).gradient();
      for (int i = 0; i < x.length; i++) {
        double moved = x[i] + REACH / iterations * sides[i] * Math.signum(gradient[i]);
        x[i] = Math.max(-sides[i], Math.min(sides[i], moved));
      }
    }
    return watched.ascent();
  }
}
