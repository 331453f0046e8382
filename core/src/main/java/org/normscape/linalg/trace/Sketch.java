package org.normscape.linalg.trace;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.RandomLaw;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * An orthonormal basis Q of what an operator makes of random vectors Ω: {@code HΩ = QR}.
 *
 * @param space the vectors
 * @param omega Ω, kept where it is wanted
 * @param q Q; fewer vectors than Ω has where the operator has no more directions
 * @param r the columns of R, each down to its diagonal
 */
record Sketch(
    VectorSpace space, List<Parameters<Array>> omega, List<Parameters<Array>> q, List<double[]> r) {

  static Sketch of(
      LinearOperator operator, VectorSpace space, int count, RandomStream random, Owner owner) {
    Sketch sketch = new Sketch(space, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double largest = 0;
    for (int i = 0; i < count; i++) {
      try (Owner step = new Owner()) {
        Parameters<Array> v = owner.own(space.random(random, RandomLaw.SPHERE));
        Parameters<Array> product = step.own(operator.apply(v));
        largest = Math.max(largest, space.norm(product));
        sketch.omega.add(v);
        sketch.add(product, space.rounding() * largest, owner);
      }
    }
    return sketch;
  }

  private void add(Parameters<Array> product, double negligible, Owner owner) {
    double[] column = new double[q.size() + 1];
    try (Owner step = new Owner()) {
      Parameters<Array> rest = product;
      for (int pass = 0; pass < 2 && !q.isEmpty(); pass++) {
        double[] along = space.dots(rest, q);
        for (int i = 0; i < along.length; i++) {
          column[i] += along[i];
        }
        rest = step.own(without(rest, along));
      }
      double length = space.norm(rest);
      if (length > negligible) {
        column[q.size()] = length;
        q.add(owner.own(space.scaled(1 / length, rest)));
        r.add(column);
      }
    }
  }

  private Parameters<Array> without(Parameters<Array> x, double[] along) {
    double[] away = along.clone();
    for (int i = 0; i < away.length; i++) {
      away[i] = -away[i];
    }
    return space.plus(x, away, q);
  }

  /** {@code (1 − QQᵀ) x}, the caller's to close. */
  Parameters<Array> outside(Parameters<Array> x) {
    return without(x, space.dots(x, q));
  }

  /** Whether Q spans all that the operator can make, but for rounding. */
  boolean isWhole() {
    return q.size() < omega.size() || q.size() == space.dimension();
  }

  /** {@code QᵀHQ}, by columns. */
  double[][] projected(LinearOperator operator) {
    double[][] columns = new double[q.size()][];
    for (int i = 0; i < columns.length; i++) {
      try (Owner step = new Owner()) {
        columns[i] = space.dots(step.own(operator.apply(q.get(i))), q);
      }
    }
    return columns;
  }

  static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }
}
