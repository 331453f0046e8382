package org.normscape.linalg.subspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.normscape.backend.Array;
import org.normscape.check.CountedSpace;
import org.normscape.check.KnownMatrices;
import org.normscape.linalg.HostOperator;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.OperatorCheck;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.linalg.trace.Moments;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Subspaces and deflated operators against dense matrices in plain Java, and known spectra. */
class SubspaceTest {

  private static final int SIZE = 12;
  private static final double LEAST = 1e-9;
  private static final Offset<Double> TIGHT = within(1e-10);

  @RegisterExtension private final CountedSpace counted = CountedSpace.of(SIZE);

  private final VectorSpace space = counted.space();
  private final Owner owner = counted.owner();

  private Parameters<Array> vector(double... elements) {
    return owner.own(space.array(Arrays.copyOf(elements, SIZE)));
  }

  private Parameters<Array> drawn(String name) {
    return vector(RandomStream.of(4, name).normal(SIZE, 1));
  }

  private static double[] spectrum() {
    return DoubleStream.of(40, 30, 20, 4, 3, 2, 1, 0.5, 0, -0.5, -1, -2).toArray();
  }

  /** The dense matrix of an operator, by its columns. */
  private double[][] dense(LinearOperator operator) {
    double[][] rows = new double[SIZE][SIZE];
    for (int j = 0; j < SIZE; j++) {
      double[] unit = new double[SIZE];
      unit[j] = 1;
      double[] column = space.toDoubles(owner.own(operator.apply(vector(unit))));
      for (int i = 0; i < SIZE; i++) {
        rows[i][j] = column[i];
      }
    }
    return rows;
  }

  @Test
  void theBasisIsOrthonormalAndSpansTheVectors() {
    List<Parameters<Array>> vectors = List.of(drawn("a"), drawn("b"), drawn("c"));
    Span span = Span.of(space, vectors, LEAST, owner);
    assertThat(span.dimension()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      double[] products = space.dots(span.basis().get(i), span.basis());
      for (int j = 0; j < 3; j++) {
        assertThat(products[j]).isCloseTo(i == j ? 1 : 0, TIGHT);
      }
      assertThat(space.norm(owner.own(span.outside(vectors.get(i))))).isCloseTo(0, TIGHT);
    }
  }

  @Test
  void vectorsInsideTheSpanOfOthersAddNothing() {
    Parameters<Array> a = drawn("a");
    Parameters<Array> b = drawn("b");
    Parameters<Array> sum = owner.own(space.plus(a, -3, b));
    assertThat(Span.of(space, List.of(a, b, sum, vector()), LEAST, owner).dimension()).isEqualTo(2);
    Span nothing = Span.of(space, List.of(), LEAST, owner);
    assertThat(nothing.dimension()).isZero();
    assertThat(space.toDoubles(owner.own(nothing.outside(a)))).isEqualTo(space.toDoubles(a));
    assertThat(nothing.cosines(Span.of(space, List.of(a), LEAST, owner))).isEmpty();
  }

  @Test
  void principalAnglesOfTwoPlanesAreKnown() {
    double angle = 0.3;
    Span one = Span.of(space, List.of(vector(1, 0, 0), vector(0, 2, 0)), LEAST, owner);
    Span turned =
        Span.of(
            space,
            List.of(vector(1, 0, 0), vector(0, Math.cos(angle), Math.sin(angle))),
            LEAST,
            owner);
    assertThat(one.cosines(turned).get(0)).isCloseTo(1, TIGHT);
    assertThat(one.cosines(turned).get(1)).isCloseTo(Math.cos(angle), TIGHT);
    Span line = Span.of(space, List.of(vector(0, 0, 1)), LEAST, owner);
    assertThat(line.cosines(turned)).hasSize(1);
    assertThat(turned.cosines(line).get(0)).isCloseTo(Math.sin(angle), TIGHT);
    assertThat(line.cosines(one).get(0)).isCloseTo(0, TIGHT);
  }

  @Test
  void aDeflatedOperatorIsTheMatrixBetweenTwoProjections() {
    double[][] a = KnownMatrices.withSpectrum(spectrum(), 3);
    Span span = Span.of(space, List.of(drawn("a"), drawn("b")), LEAST, owner);
    double[][] p = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      p[i][i] = 1;
    }
    for (Parameters<Array> q : span.basis()) {
      double[] x = space.toDoubles(q);
      for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
          p[i][j] -= x[i] * x[j];
        }
      }
    }
    double[][] expected = times(times(p, a), p);
    LinearOperator deflated = new DeflatedOperator(HostOperator.of(space, a), span);
    double[][] found = dense(deflated);
    for (int i = 0; i < SIZE; i++) {
      assertThat(found[i]).usingComparatorWithPrecision(1e-10).containsExactly(expected[i]);
    }
    OperatorCheck.check("Deflated", deflated, space, RandomStream.of(1, "check"));
    assertThat(deflated.isSymmetric()).isTrue();
    assertThat(deflated.types()).isEqualTo(space.types());
  }

  private static double[][] times(double[][] x, double[][] y) {
    double[][] z = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int k = 0; k < SIZE; k++) {
          z[i][j] += x[i][k] * y[k][j];
        }
      }
    }
    return z;
  }

  /** Power iteration on what deflation leaves finds the next eigenvalue: no ghost of the first. */
  @Test
  void withoutItsTopEigenvectorsTheRestOfTheSpectrumIsLeft() {
    LinearOperator matrix = HostOperator.of(space, KnownMatrices.withSpectrum(spectrum(), 3));
    Eigenpairs top =
        new Lanczos(3, 0, SIZE, 1e-12)
            .solve(matrix, space, List.of(), RandomStream.of(1, "start"), owner);
    LinearOperator rest = new DeflatedOperator(matrix, new Span(space, top.largestVectors()));
    double[] expected = spectrum();
    Arrays.fill(expected, 0, 3, 0);
    double[] found =
        SymmetricEigenproblem.solve(dense(rest)).stream()
            .mapToDouble(SymmetricEigenproblem.Pair::value)
            .sorted()
            .toArray();
    Arrays.sort(expected);
    assertThat(found).usingComparatorWithPrecision(1e-9).containsExactly(expected);
  }

  @Test
  void momentsOfTheRestAreSumsOfItsEigenvalues() {
    LinearOperator matrix = HostOperator.of(space, KnownMatrices.withSpectrum(spectrum(), 3));
    Moments moments = new Hutchinson(4000).moments(matrix, space, RandomStream.of(5, "moments"));
    double first = DoubleStream.of(spectrum()).sum();
    double second = DoubleStream.of(spectrum()).map(x -> x * x).sum();
    assertThat(moments.trace().value())
        .isCloseTo(first, within(4 * moments.trace().standardError()));
    assertThat(moments.squaredFrobeniusNorm().value())
        .isCloseTo(second, within(4 * moments.squaredFrobeniusNorm().standardError()));
    assertThat(moments.squaredFrobeniusNorm().standardError()).isLessThan(0.03 * second);
    assertThat(moments.products()).isEqualTo(4000);
    assertThat(new Moments(moments.trace(), moments.trace(), 1).deviation(1)).isZero();
  }
}
