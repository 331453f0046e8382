package org.normscape.linalg.eigen;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * The eigenpairs at both ends of the spectrum of a symmetric operator, by the Lanczos process with
 * full reorthogonalization ({@link KrylovBasis}) and the Rayleigh-Ritz method. It starts from what
 * is known, such as what was found of a matrix nearby, and from a random vector beside it. It ends
 * when every residual is small enough, but not before each starting vector was multiplied.
 *
 * <p>Of a matrix that changes little at a time the next eigenpairs on each side are kept as well,
 * as guards: an eigenvalue that overtakes those that were looked for is then among the vectors to
 * start from. From one random vector alone a repeated eigenvalue is found once.
 *
 * @param largest how many of the largest eigenvalues
 * @param smallest how many of the smallest eigenvalues
 * @param iterations how many products at most; one vector is kept for each
 * @param tolerance how small residuals must be, relative to the largest magnitude
 */
public record Lanczos(int largest, int smallest, int iterations, double tolerance) {

  /** How many pairs beyond those that are wanted are kept at an end. */
  private static final int GUARDS = 2;

  public Lanczos {
    Components.notNegative(Lanczos.class, "largest", largest);
    Components.notNegative(Lanczos.class, "smallest", smallest);
    Components.notNegative(Lanczos.class, "tolerance", tolerance);
    Components.require(
        largest + smallest > 0 && iterations >= largest + smallest,
        Lanczos.class,
        "iterations",
        "must be at least as many as pairs are wanted, and one must be",
        iterations);
  }

  /**
   * Solves the problem.
   *
   * @param operator a symmetric one
   * @param space its vectors
   * @param start vectors to start from, which stay as they are; may be none
   * @param random what the other starting vectors are drawn from
   * @param owner whom the eigenvectors belong to
   * @throws IllegalArgumentException when the operator does not say that it is symmetric
   */
  public Eigenpairs solve(
      LinearOperator operator,
      VectorSpace space,
      List<Parameters<Array>> start,
      RandomStream random,
      Owner owner) {
    if (!operator.isSymmetric()) {
      throw new IllegalArgumentException(
          "Lanczos: the operator must be symmetric, but it says that it is not. To fix: take HᵀH, or its symmetric part.");
    }
    try (KrylovBasis basis = new KrylovBasis(operator, space)) {
      start.forEach(basis::add);
      basis.add(random);
      int least = Math.max(largest + smallest, basis.size());
      boolean isConverged = false;
      while (!isConverged
          && basis.products() < iterations
          && basis.isFinite()
          && (basis.canAdvance() || basis.add(random))) {
        basis.advance();
        isConverged = basis.products() >= least && new Ritz(basis, this).worst() <= tolerance;
      }
      return new Ritz(basis, this).wanted(owner);
    }
  }

  /** The eigenpairs of an operator in a basis, of which some are wanted. */
  private static final class Ritz {

    private final KrylovBasis basis;
    private final Lanczos wanted;
    private final List<SymmetricEigenproblem.Pair> pairs;

    private Ritz(KrylovBasis basis, Lanczos wanted) {
      this.basis = basis;
      this.wanted = wanted;
      this.pairs = SymmetricEigenproblem.solve(basis.projected());
    }

    /** The largest residual among the wanted pairs, relative to the largest magnitude. */
    private double worst() {
      double largest = pairs.get(0).value();
      double smallest = pairs.get(pairs.size() - 1).value();
      double residual =
          IntStream.concat(top(), bottom()).mapToDouble(this::residual).max().orElse(0);
      return residual == 0 ? 0 : residual / Math.max(Math.abs(largest), Math.abs(smallest));
    }

    private double residual(int i) {
      return basis.residual(pairs.get(i).elements());
    }

    private IntStream top() {
      return IntStream.range(0, Math.min(wanted.largest, pairs.size()));
    }

    private IntStream bottom() {
      int last = pairs.size() - 1;
      return IntStream.range(0, Math.min(wanted.smallest, pairs.size())).map(i -> last - i);
    }

    private IntStream guards() {
      int last = pairs.size() - 1;
      IntStream above = IntStream.range(0, wanted.largest == 0 ? 0 : wanted.largest + GUARDS);
      IntStream below = IntStream.range(0, wanted.smallest == 0 ? 0 : wanted.smallest + GUARDS);
      return IntStream.concat(
              above.skip(wanted.largest), below.skip(wanted.smallest).map(i -> last - i))
          .filter(i -> i >= wanted.largest && i <= last - wanted.smallest)
          .distinct();
    }

    private Eigenpairs wanted(Owner owner) {
      return new Eigenpairs(
          top().mapToObj(i -> pair(i, owner)).toList(),
          bottom().mapToObj(i -> pair(i, owner)).toList(),
          guards().mapToObj(i -> owner.own(vector(i))).toList(),
          basis.products(),
          worst() <= wanted.tolerance);
    }

    private Eigenpair pair(int i, Owner owner) {
      return new Eigenpair(pairs.get(i).value(), residual(i), owner.own(vector(i)));
    }

    private Parameters<Array> vector(int i) {
      return basis.combination(pairs.get(i).elements());
    }
  }
}
