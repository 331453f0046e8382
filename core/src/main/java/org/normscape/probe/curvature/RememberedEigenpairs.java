package org.normscape.probe.curvature;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Eigenpairs of a matrix that changes little from one measurement to the next: each starts from the
 * eigenvectors of the last one.
 */
final class RememberedEigenpairs implements AutoCloseable {

  private static final String VECTOR = "vector";

  private final Lanczos lanczos;
  private final VectorSpace space;
  private Owner owner = new Owner();
  private List<Parameters<Array>> vectors = List.of();

  RememberedEigenpairs(Lanczos lanczos, VectorSpace space) {
    this.lanczos = lanczos;
    this.space = space;
  }

  /** Solves the problem of a matrix. The eigenvectors are lent until the next one. */
  Eigenpairs solve(LinearOperator operator, RandomStream random) {
    try (Owner step = new Owner()) {
      Eigenpairs found = lanczos.solve(operator, space, vectors, random, step);
      found.vectors().forEach(step::handOver);
      remember(found.vectors());
      return found;
    }
  }

  private void remember(List<Parameters<Array>> others) {
    owner.close();
    owner = new Owner();
    vectors = others;
    vectors.forEach(owner::own);
  }

  /** The eigenvectors, for {@link #recall}. */
  Parameters<Array> memory() {
    return IntStream.range(0, vectors.size())
        .mapToObj(i -> vectors.get(i).within(VECTOR + i))
        .reduce(Parameters.none(), Parameters::and);
  }

  /** Starts the next time from these, which stay as they are; from random ones without any. */
  void recall(Parameters<Array> memory) {
    remember(memory.divided().values().stream().map(vector -> space.scaled(1, vector)).toList());
  }

  @Override
  public void close() {
    owner.close();
  }
}
