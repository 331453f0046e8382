package org.normscape.linalg.spectrum;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.eigen.KrylovBasis;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.random.RandomStream;

/**
 * Stochastic Lanczos quadrature (Golub and Meurant, 2010; Ubaru, Chen and Saad, 2017): Lanczos from
 * random vectors. The eigenvalues of the tridiagonal matrix are nodes, and the squares of the first
 * elements of its eigenvectors are their weights; with m iterations a rule is exact for polynomials
 * of degree 2m − 1. It keeps one vector for each iteration, whatever the number of samples.
 *
 * @param samples how many random vectors
 * @param iterations how many products with each
 */
public record StochasticLanczosQuadrature(int samples, int iterations) {

  public StochasticLanczosQuadrature {
    Components.count(StochasticLanczosQuadrature.class, "samples", samples);
    Components.count(StochasticLanczosQuadrature.class, "iterations", iterations);
  }

  /**
   * Estimates the spectrum.
   *
   * @param operator a symmetric one
   * @param space its vectors
   * @param random what the vectors are drawn from
   * @throws IllegalArgumentException when the operator does not say that it is symmetric
   */
  public Spectrum estimate(LinearOperator operator, VectorSpace space, RandomStream random) {
    if (!operator.isSymmetric()) {
      throw new IllegalArgumentException(
          "StochasticLanczosQuadrature: the operator must be symmetric, but it says that it is not. To fix: take HᵀH, or its symmetric part.");
    }
    int products = 0;
    Spectrum.Rule[] rules = new Spectrum.Rule[samples];
    for (int i = 0; i < samples; i++) {
      try (KrylovBasis basis = new KrylovBasis(operator, space)) {
        basis.add(random);
        while (basis.products() < iterations && basis.canAdvance()) {
          basis.advance();
        }
        rules[i] = rule(SymmetricEigenproblem.solve(basis.projected()));
        products += basis.products();
      }
    }
    return new Spectrum(List.of(rules), products);
  }

  private static Spectrum.Rule rule(List<SymmetricEigenproblem.Pair> pairs) {
    return new Spectrum.Rule(
        pairs.stream().map(SymmetricEigenproblem.Pair::value).toList(),
        IntStream.range(0, pairs.size())
            .mapToObj(i -> pairs.get(i).vector().get(0) * pairs.get(i).vector().get(0))
            .toList());
  }
}
