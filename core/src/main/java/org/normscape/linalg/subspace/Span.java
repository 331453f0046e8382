package org.normscape.linalg.subspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.eigen.SingularValues;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * A subspace, by an orthonormal basis. Its vectors are lent.
 *
 * @param space the vectors around it
 * @param basis vectors of length 1, orthogonal to each other; there may be none
 */
public record Span(VectorSpace space, List<Parameters<Array>> basis) {

  public Span {
    basis = List.copyOf(basis);
  }

  /**
   * The span of some vectors, by the Gram-Schmidt process, each vector made orthogonal twice.
   *
   * @param vectors what spans it; they stay as they are
   * @param least a vector adds nothing where so small a share of its length, or less, lies outside
   *     the span of those before it
   * @param owner whom the basis belongs to
   */
  public static Span of(
      VectorSpace space, List<Parameters<Array>> vectors, double least, Owner owner) {
    Span span = new Span(space, List.of());
    for (Parameters<Array> x : vectors) {
      try (Owner step = new Owner()) {
        Parameters<Array> rest = step.own(span.outside(step.own(span.outside(x))));
        double length = space.norm(rest);
        if (length > least * space.norm(x)) {
          span = span.and(owner.own(space.scaled(1 / length, rest)));
        }
      }
    }
    return span;
  }

  private Span and(Parameters<Array> vector) {
    List<Parameters<Array>> more = new ArrayList<>(basis);
    more.add(vector);
    return new Span(space, more);
  }

  /** The number of vectors of its basis. */
  public int dimension() {
    return basis.size();
  }

  /** {@code Qᵀx}: the coefficients of what of a vector lies inside. */
  public double[] coordinates(Parameters<Array> x) {
    return space.dots(x, basis);
  }

  /** {@code x − QQᵀx}: what of a vector lies outside; the caller's to close. */
  public Parameters<Array> outside(Parameters<Array> x) {
    if (basis.isEmpty()) {
      return space.scaled(1, x);
    }
    double[] along = Arrays.stream(coordinates(x)).map(c -> -c).toArray();
    return space.plus(x, along, basis);
  }

  /**
   * The cosines of the principal angles to another subspace, the largest first (Björck and Golub,
   * 1973): the singular values of {@code QᵀR}. 1 says that the two share a direction, 0 that one
   * has a direction orthogonal to the whole other one. There are as many as the smaller has
   * dimensions.
   */
  public List<Double> cosines(Span other) {
    return dimension() <= other.dimension() ? other.cosinesOf(basis) : cosinesOf(other.basis);
  }

  private List<Double> cosinesOf(List<Parameters<Array>> fewer) {
    return SingularValues.of(fewer.stream().map(this::coordinates).toArray(double[][]::new));
  }
}
