package org.normscape.linalg.eigen;

import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.RandomLaw;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * The eigenpair of the largest magnitude of a symmetric operator, by {@code u ← Hu / ‖Hu‖}. It
 * keeps two vectors and converges as slowly as the second largest magnitude is near: {@link
 * Lanczos} needs fewer products wherever its memory is there.
 *
 * @param iterations how many products at most
 * @param tolerance how small the residual must be, relative to the eigenvalue
 */
public record PowerIteration(int iterations, double tolerance) {

  public PowerIteration {
    Components.count(PowerIteration.class, "iterations", iterations);
    Components.notNegative(PowerIteration.class, "tolerance", tolerance);
  }

  /**
   * What was found.
   *
   * @param pair the eigenpair
   * @param products how often the operator was applied
   * @param isConverged whether the residual is as small as was asked for
   */
  public record Found(Eigenpair pair, int products, boolean isConverged) {}

  /**
   * Solves the problem.
   *
   * @param operator a symmetric one
   * @param space its vectors
   * @param start where to start from, which stays as it is; a random vector where there is none
   * @param random what that is drawn from
   * @param owner whom the eigenvector belongs to
   */
  public Found solve(
      LinearOperator operator,
      VectorSpace space,
      Optional<Parameters<Array>> start,
      RandomStream random,
      Owner owner) {
    Parameters<Array> u =
        start.map(known -> normalized(space, known)).orElseGet(() -> random(space, random));
    for (int products = 1; ; products++) {
      try (Owner step = new Owner()) {
        Parameters<Array> product = step.own(operator.apply(u));
        double value = space.dot(u, product);
        double residual = space.norm(step.own(space.plus(product, -value, u)));
        boolean isConverged = residual <= tolerance * Math.abs(value);
        boolean isGone = !(space.norm(product) > 0);
        if (isConverged || isGone || products == iterations) {
          return new Found(new Eigenpair(value, residual, owner.own(u)), products, isConverged);
        }
        step.own(u);
        u = normalized(space, product);
      }
    }
  }

  private static Parameters<Array> random(VectorSpace space, RandomStream random) {
    try (Owner step = new Owner()) {
      return normalized(space, step.own(space.random(random, RandomLaw.SPHERE)));
    }
  }

  private static Parameters<Array> normalized(VectorSpace space, Parameters<Array> x) {
    return space.scaled(1 / space.norm(x), x);
  }
}
