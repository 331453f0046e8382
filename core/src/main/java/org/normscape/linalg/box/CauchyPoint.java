package org.normscape.linalg.box;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first minimum of a model along the projected path of steepest descent, {@code x(t) = P(x − t
 * g)}: the generalized Cauchy point (Byrd, Lu, Nocedal and Zhu, 1995, algorithm CP). The path bends
 * wherever a variable meets its bound.
 */
final class CauchyPoint {

  private static final double LEAST = 0x1p-52;

  private final double[] x;
  private final double[] gradient;
  private final Bounds bounds;
  private final Model model;
  private final double[] place;
  private final double[] direction;
  private final double[] bends;

  /** {@code Wᵀd}, and {@code Wᵀ(place − x)}. */
  private final double[] along;

  private final double[] moved;
  private double slope;
  private double curvature;
  private double time;

  private CauchyPoint(double[] x, double[] gradient, Bounds bounds, Model model) {
    this.x = x;
    this.gradient = gradient;
    this.bounds = bounds;
    this.model = model;
    this.place = x.clone();
    this.direction = new double[x.length];
    this.bends = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      bends[i] = bend(i);
      direction[i] = bends[i] > 0 ? -gradient[i] : 0;
    }
    this.along = model.transposed(direction);
    this.moved = new double[along.length];
    this.slope = -Dense.dot(direction, direction);
    this.curvature = -model.theta() * slope - Dense.dot(along, model.middle(along));
  }

  /** Finds it. */
  static CauchyPoint of(double[] x, double[] gradient, Bounds bounds, Model model) {
    CauchyPoint found = new CauchyPoint(x, gradient, bounds, model);
    found.search();
    return found;
  }

  /** When variable i meets its bound. */
  private double bend(int i) {
    if (gradient[i] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double to = gradient[i] < 0 ? bounds.upper(i) : bounds.lower(i);
    return (x[i] - to) / gradient[i];
  }

  private void search() {
    double least = LEAST * curvature;
    List<Integer> order =
        IntStream.range(0, x.length)
            .filter(i -> bends[i] > 0 && bends[i] < Double.POSITIVE_INFINITY)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> bends[i]))
            .toList();
    for (int i : order) {
      double wait = bends[i] - time;
      if (slope >= 0 || -slope / curvature < wait) {
        break;
      }
      meet(i, wait);
      curvature = Math.max(curvature, least);
    }
    double last = slope < 0 ? -slope / curvature : 0;
    advance(Double.isFinite(last) ? last : 0);
    for (int i = 0; i < x.length; i++) {
      if (direction[i] != 0) {
        place[i] = bounds.nearest(i, x[i] + time * direction[i]);
      }
    }
  }

  private void advance(double wait) {
    time += wait;
    for (int j = 0; j < moved.length; j++) {
      moved[j] += wait * along[j];
    }
  }

  /** Goes on to where variable i meets its bound, and holds it there. */
  private void meet(int i, double wait) {
    advance(wait);
    double g = gradient[i];
    place[i] = g < 0 ? bounds.upper(i) : bounds.lower(i);
    double[] row = model.row(i);
    double[] weighted = model.middle(row);
    slope +=
        wait * curvature
            + g * g
            + model.theta() * g * (place[i] - x[i])
            - g * Dense.dot(weighted, moved);
    curvature -=
        model.theta() * g * g
            + 2 * g * Dense.dot(weighted, along)
            + g * g * Dense.dot(weighted, row);
    for (int j = 0; j < along.length; j++) {
      along[j] += g * row[j];
    }
    direction[i] = 0;
  }

  /** Where it is. */
  double[] place() {
    return place;
  }

  /** {@code Wᵀ(place − x)}. */
  double[] moved() {
    return moved;
  }
}
