package org.normscape.linalg.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.normscape.backend.Array;
import org.normscape.check.CountedSpace;
import org.normscape.check.CountingBackend;
import org.normscape.check.KnownMatrices;
import org.normscape.ir.DType;
import org.normscape.linalg.HostOperator;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Lanczos and power iteration on matrices whose spectra are known. */
class LanczosTest {

  private static final int SIZE = 50;

  @RegisterExtension private final CountedSpace counted = CountedSpace.of(SIZE);

  private final CountingBackend backend = counted.backend();
  private final VectorSpace space = counted.space();
  private final Owner owner = counted.owner();

  /** From 1 down to −1, and these in place of the first ones. */
  private static double[] spectrum(double... first) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = i < first.length ? first[i] : 1 - 2.0 * i / (SIZE - 1);
    }
    return values;
  }

  private LinearOperator operator(double[] spectrum) {
    return HostOperator.of(space, KnownMatrices.withSpectrum(spectrum, 11));
  }

  private Eigenpairs solve(
      Lanczos lanczos, LinearOperator operator, List<Parameters<Array>> start) {
    return lanczos.solve(operator, space, start, RandomStream.of(1, "lanczos"), owner);
  }

  private static double[] values(List<Eigenpair> pairs) {
    return pairs.stream().mapToDouble(Eigenpair::value).toArray();
  }

  @Test
  void bothEndsOfASpectrum() {
    LinearOperator operator = operator(spectrum(30, 20, 10, -5, -8));
    Eigenpairs found = solve(new Lanczos(3, 2, 40, 1e-9), operator, List.of());

    assertThat(values(found.largest())).containsExactly(new double[] {30, 20, 10}, within(1e-9));
    assertThat(values(found.smallest())).containsExactly(new double[] {-8, -5}, within(1e-9));
    assertThat(found.isConverged()).isTrue();
    assertThat(found.products()).isLessThan(40);
    for (int i = 0; i < 3; i++) {
      Eigenpair pair = found.largest().get(i);
      assertThat(space.norm(pair.vector())).isCloseTo(1, within(1e-12));
      try (Owner step = new Owner()) {
        Parameters<Array> product = step.own(operator.apply(pair.vector()));
        Parameters<Array> rest = step.own(space.plus(product, -pair.value(), pair.vector()));
        assertThat(space.norm(rest)).isCloseTo(pair.residual(), within(1e-11)).isLessThan(3e-8);
      }
    }
  }

  @Test
  void theResidualBoundsTheErrorWhereItStopsEarly() {
    Eigenpairs found = solve(new Lanczos(1, 0, 6, 0), operator(spectrum(3, 2.8)), List.of());
    assertThat(found.isConverged()).isFalse();
    assertThat(found.products()).isEqualTo(6);
    assertThat(found.largestValue()).isLessThan(3);
    assertThat(found.largest().get(0).residual())
        .isGreaterThan(1e-3)
        .isGreaterThan(Math.min(3 - found.largestValue(), Math.abs(2.8 - found.largestValue())));
  }

  /** Without orthogonalization the largest one comes again and again: ghosts. */
  @Test
  void anEigenvalueComesOnceHoweverLongItRuns() {
    double[] values = spectrum(1e6, 1e3);
    Eigenpairs found = solve(new Lanczos(5, 0, SIZE, 0), operator(values), List.of());
    double[] expected = DoubleStream.of(values).map(x -> -x).sorted().map(x -> -x).toArray();
    assertThat(values(found.largest())).containsExactly(Arrays.copyOf(expected, 5), within(1e-8));
  }

  @Test
  void clusteredEigenvaluesAreToldApart() {
    double[] values = spectrum(10, 9.999, 9.998);
    Eigenpairs found = solve(new Lanczos(3, 0, SIZE, 1e-10), operator(values), List.of());
    assertThat(values(found.largest()))
        .containsExactly(new double[] {10, 9.999, 9.998}, within(1e-7));
  }

  @Test
  void aRepeatedEigenvalueIsFoundAsOftenAsThereAreStarts() {
    LinearOperator operator = operator(spectrum(10, 10, 10));
    Lanczos lanczos = new Lanczos(4, 0, SIZE, 1e-9);
    Eigenpairs once = solve(new Lanczos(2, 0, 10, 0), operator, List.of());
    assertThat(values(once.largest())[0]).isCloseTo(10, within(1e-6));
    assertThat(values(once.largest())[1]).isLessThan(9);
    RandomStream random = RandomStream.of(4, "starts");
    List<Parameters<Array>> starts =
        List.of(
            owner.own(space.array(random.normal(SIZE, 1))),
            owner.own(space.array(random.normal(SIZE, 1))));
    double[] found = values(solve(lanczos, operator, starts).largest());
    assertThat(found).startsWith(new double[] {10, 10, 10}, within(1e-8));
    assertThat(found[3]).isLessThan(9);
  }

  @Test
  void aMultipleOfTheIdentityHasItsEigenvalueEverywhere() {
    double[] values = new double[SIZE];
    Arrays.fill(values, 4);
    Eigenpairs found = solve(new Lanczos(3, 1, 20, 1e-9), operator(values), List.of());
    assertThat(values(found.largest())).containsExactly(new double[] {4, 4, 4}, within(1e-12));
    assertThat(found.isConverged()).isTrue();
    Eigenpairs none = solve(new Lanczos(1, 0, 20, 1e-9), operator(new double[SIZE]), List.of());
    assertThat(none.largestValue()).isZero();
    assertThat(none.largest().get(0).residual()).isZero();
  }

  @Test
  void aKnownVectorSavesProductsAndMissesNothing() {
    Lanczos lanczos = new Lanczos(1, 0, SIZE, 1e-3);
    Eigenpairs cold = solve(lanczos, operator(spectrum(2, 1.9)), List.of());
    Eigenpairs warm = solve(lanczos, operator(spectrum(2.02, 1.9)), cold.vectors());
    assertThat(warm.products()).isEqualTo(4).isLessThan(cold.products());
    assertThat(warm.largestValue()).isCloseTo(2.02, within(1e-3));
    // What was the largest one is not any more.
    Eigenpairs crossed = solve(lanczos, operator(spectrum(2, 4)), cold.vectors());
    assertThat(crossed.largestValue()).isCloseTo(4, within(1e-3));
  }

  @Test
  void float32IsAsGoodAsItsElements() {
    try (VectorSpace narrow = KnownMatrices.space(backend, DType.FLOAT32, SIZE);
        Owner step = new Owner()) {
      double[][] a = KnownMatrices.withSpectrum(spectrum(30, 20, -5), 11);
      Eigenpairs found =
          new Lanczos(2, 1, 40, 1e-5)
              .solve(
                  HostOperator.of(narrow, a),
                  narrow,
                  List.of(),
                  RandomStream.of(1, "lanczos"),
                  step);
      assertThat(values(found.largest())).containsExactly(new double[] {30, 20}, within(1e-4));
      assertThat(values(found.smallest())).containsExactly(new double[] {-5}, within(1e-4));
      assertThat(found.isConverged()).isTrue();
    }
  }

  @Test
  void whatIsNotFiniteEndsAtOnce() {
    LinearOperator nothing =
        new HostOperator(space, x -> DoubleStream.of(x).map(y -> Double.NaN).toArray(), true);
    Eigenpairs found = solve(new Lanczos(1, 1, 40, 1e-9), nothing, List.of());
    assertThat(found.products()).isEqualTo(1);
    assertThat(found.largestValue()).isNaN();
    assertThat(found.isConverged()).isFalse();
    Eigenpairs next = solve(new Lanczos(1, 0, 40, 1e-6), operator(spectrum(5)), found.vectors());
    assertThat(next.largestValue()).isCloseTo(5, within(1e-6));
  }

  @Test
  void whatIsAskedForMustBePossible() {
    assertThatThrownBy(() -> new Lanczos(2, 2, 3, 0))
        .hasMessageContaining("Lanczos: iterations must be at least as many as pairs are wanted");
    LinearOperator operator = new HostOperator(space, x -> x, false);
    assertThatThrownBy(() -> solve(new Lanczos(1, 0, 3, 0), operator, List.of()))
        .hasMessageContaining("the operator must be symmetric, but it says that it is not");
  }

  @Test
  void thousandsOfProductsLeaveNothingBehind() {
    LinearOperator operator = operator(spectrum(3, 2));
    int open = backend.open();
    for (int i = 0; i < 50; i++) {
      try (Owner step = new Owner()) {
        new Lanczos(2, 1, 40, 0)
            .solve(operator, space, List.of(), RandomStream.of(i, "leak"), step);
      }
    }
    assertThat(backend.open()).isEqualTo(open);
  }

  @Test
  void powerIterationFindsTheLargestMagnitude() {
    LinearOperator operator = operator(spectrum(3, -9));
    RandomStream random = RandomStream.of(1, "power");
    PowerIteration.Found found =
        new PowerIteration(200, 1e-6).solve(operator, space, Optional.empty(), random, owner);
    assertThat(found.pair().value()).isCloseTo(-9, within(1e-5));
    assertThat(found.isConverged()).isTrue();
    PowerIteration.Found again =
        new PowerIteration(200, 1e-5)
            .solve(operator, space, Optional.of(found.pair().vector()), random, owner);
    assertThat(again.products()).isEqualTo(1);
    PowerIteration.Found brief =
        new PowerIteration(2, 1e-12).solve(operator, space, Optional.empty(), random, owner);
    assertThat(brief.isConverged()).isFalse();
    assertThat(brief.products()).isEqualTo(2);
  }

  @Test
  void powerIterationOfZeroIsZero() {
    PowerIteration.Found found =
        new PowerIteration(10, 1e-6)
            .solve(
                operator(new double[SIZE]),
                space,
                Optional.empty(),
                RandomStream.of(1, "power"),
                owner);
    assertThat(found.pair().value()).isZero();
    assertThat(found.products()).isEqualTo(1);
  }
}
