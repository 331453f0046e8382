package org.normscape.linalg.eigen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.RandomLaw;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * An orthonormal basis of a Krylov space of one or several starting vectors, and the symmetric
 * operator in it: the band Lanczos process (Ruhe, "Implementation aspects of band Lanczos
 * algorithms", 1979), which for one starting vector is Lanczos'. Each product is made orthogonal to
 * the whole basis, twice, so that no eigenvalue comes up a second time by rounding, and one that
 * has several eigenvectors is found as often as there are starting vectors. What of a product lies
 * in the span already adds nothing.
 */
public final class KrylovBasis implements AutoCloseable {

  private final LinearOperator operator;
  private final VectorSpace space;
  private final Owner owner = new Owner();
  private final List<Parameters<Array>> vectors = new ArrayList<>();

  /** For each vector that was multiplied, the coefficients of its product. */
  private final List<double[]> columns = new ArrayList<>();

  /** A basis without vectors. */
  public KrylovBasis(LinearOperator operator, VectorSpace space) {
    this.operator = operator;
    this.space = space;
  }

  /**
   * Adds a starting vector, which stays as it is.
   *
   * @return whether it added a direction
   */
  public boolean add(Parameters<Array> start) {
    int before = vectors.size();
    return extend(start).length > before;
  }

  /**
   * Adds a random starting vector.
   *
   * @return whether it added a direction: not where the basis spans everything
   */
  public boolean add(RandomStream random) {
    if (vectors.size() == space.dimension()) {
      return false;
    }
    try (Owner step = new Owner()) {
      return add(step.own(space.random(random, RandomLaw.SPHERE)));
    }
  }

  /**
   * One product: of the first vector that was not multiplied yet.
   *
   * @throws IllegalStateException when there is none
   */
  public void advance() {
    if (!canAdvance()) {
      throw new IllegalStateException(
          "KrylovBasis: a vector must be left to multiply, but all %s were multiplied. To fix: add one."
              .formatted(vectors.size()));
    }
    try (Owner step = new Owner()) {
      columns.add(extend(step.own(operator.apply(vectors.get(columns.size())))));
    }
  }

  /**
   * Adds what of x lies outside the span, if anything does.
   *
   * @return the coefficients of x in the basis, the new vector included
   */
  private double[] extend(Parameters<Array> x) {
    int before = vectors.size();
    double[] coefficients = new double[before + 1];
    try (Owner step = new Owner()) {
      Parameters<Array> rest = x;
      for (int pass = 0; pass < 2 && before > 0; pass++) {
        double[] along = space.dots(rest, vectors);
        for (int i = 0; i < before; i++) {
          coefficients[i] += along[i];
          along[i] = -along[i];
        }
        rest = step.own(space.plus(rest, along, vectors));
      }
      double length = space.norm(rest);
      if (!(length > space.rounding() * space.norm(x)) || before == space.dimension()) {
        return Arrays.copyOf(coefficients, before);
      }
      coefficients[before] = length;
      vectors.add(owner.own(space.scaled(1 / length, rest)));
      return coefficients;
    }
  }

  /** Whether there is a vector that was not multiplied. */
  public boolean canAdvance() {
    return columns.size() < vectors.size();
  }

  /** How many products were made. */
  public int products() {
    return columns.size();
  }

  /** The number of vectors. */
  public int size() {
    return vectors.size();
  }

  /** Whether every product so far was. */
  public boolean isFinite() {
    return columns.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** The operator in the vectors that were multiplied: a symmetric matrix, by rows. */
  public double[][] projected() {
    int m = columns.size();
    double[][] rows = new double[m][m];
    for (int j = 0; j < m; j++) {
      double[] column = columns.get(j);
      for (int i = 0; i <= j; i++) {
        rows[i][j] = column[i];
        rows[j][i] = column[i];
      }
    }
    return rows;
  }

  /**
   * {@code ‖Hu − θu‖₂} for the combination u of the vectors that were multiplied with these
   * coefficients, an eigenvector of {@link #projected} with the eigenvalue θ.
   */
  public double residual(double[] coefficients) {
    double square = 0;
    for (int i = columns.size(); i < vectors.size(); i++) {
      double element = 0;
      for (int j = 0; j < columns.size(); j++) {
        double[] column = columns.get(j);
        element += i < column.length ? column[i] * coefficients[j] : 0;
      }
      square += element * element;
    }
    return isFinite() ? Math.sqrt(square) : Double.NaN;
  }

  /** The combination of the vectors that were multiplied; the caller's to close. */
  public Parameters<Array> combination(double[] coefficients) {
    return space.combination(coefficients, vectors.subList(0, coefficients.length));
  }

  @Override
  public void close() {
    owner.close();
  }
}
