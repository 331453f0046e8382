package org.normscape.linalg.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.CountingBackend;
import org.normscape.check.KnownMatrices;
import org.normscape.ir.DType;
import org.normscape.linalg.HostOperator;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

class TraceEstimatorsTest {

  private static final int SIZE = 30;
  private static final int SEEDS = 60;
  private static final int INTERVALS = 300;

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final VectorSpace space = KnownMatrices.space(backend, DType.FLOAT64, SIZE);

  @AfterEach
  void close() {
    assertThat(backend.open()).isZero();
    space.close();
    backend.close();
  }

  static List<TraceEstimator> estimators() {
    return List.of(new Hutchinson(24), new HutchPlusPlus(24), new XTrace(24));
  }

  /** Eigenvalues that decay slowly, of both signs. */
  private static double[] spectrum() {
    return DoubleStream.iterate(5, x -> x * -0.9).limit(SIZE).toArray();
  }

  private LinearOperator operator(double[] spectrum) {
    return HostOperator.of(space, KnownMatrices.withSpectrum(spectrum, 13));
  }

  private double meanSquaredError(TraceEstimator estimator, double[] spectrum) {
    LinearOperator operator = operator(spectrum);
    double truth = DoubleStream.of(spectrum).sum();
    double squares = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double found = estimator.trace(operator, space, RandomStream.of(seed, "trace")).value();
      squares += (found - truth) * (found - truth) / SEEDS;
    }
    return squares;
  }

  /** Over seeds: no bias beyond chance, and standard errors that say how far off estimates are. */
  @ParameterizedTest
  @MethodSource("estimators")
  void standardErrorsTellTheErrors(TraceEstimator estimator) {
    LinearOperator operator = operator(spectrum());
    double truth = DoubleStream.of(spectrum()).sum();
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Estimate found = estimator.trace(operator, space, RandomStream.of(seed, "trace"));
      assertThat(found.products()).isEqualTo(24);
      double error = found.value() - truth;
      sum += error / SEEDS;
      squares += error * error / SEEDS;
      claimed += found.standardError() * found.standardError() / SEEDS;
    }
    assertThat(Math.abs(sum)).isLessThan(4 * Math.sqrt(squares / SEEDS));
    assertThat(squares / claimed).isBetween(0.4, 2.0);
  }

  /** Two standard errors hold the truth about 19 times of 20; of few samples less often. */
  @ParameterizedTest
  @MethodSource("estimators")
  void intervalsCoverTheTruthAsOftenAsTheySay(TraceEstimator estimator) {
    LinearOperator operator = operator(spectrum());
    double truth = DoubleStream.of(spectrum()).sum();
    int covered = 0;
    for (int seed = 0; seed < INTERVALS; seed++) {
      Estimate found = estimator.trace(operator, space, RandomStream.of(seed, "interval"));
      covered += Math.abs(found.value() - truth) <= 2 * found.standardError() ? 1 : 0;
    }
    assertThat(covered / (double) INTERVALS).isBetween(0.85, 0.985);
  }

  @Test
  void takingLargeEigenvaluesOutPaysWhereTheyDecay() {
    double[] steep = DoubleStream.iterate(100, x -> x * 0.5).limit(SIZE).toArray();
    double plain = meanSquaredError(new Hutchinson(24), steep);
    double better = meanSquaredError(new HutchPlusPlus(24), steep);
    double best = meanSquaredError(new XTrace(24), steep);
    assertThat(better).isLessThan(plain / 100);
    assertThat(best).isLessThan(better / 4);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void aLowRankLeavesNothingToChance(TraceEstimator estimator) {
    double[] low = new double[SIZE];
    low[0] = 7;
    low[1] = -2;
    low[2] = 1;
    Estimate found = estimator.trace(operator(low), space, RandomStream.of(3, "trace"));
    boolean isSketched = !estimator.equals(new Hutchinson(24));
    assertThat(found.value()).isCloseTo(6, within(isSketched ? 1e-10 : 6 * found.standardError()));
    assertThat(found.standardError() == 0).isEqualTo(isSketched);
  }

  @Test
  void asManyProductsAsRowsAreExact() {
    try (VectorSpace small = KnownMatrices.space(backend, DType.FLOAT64, 3)) {
      LinearOperator operator =
          HostOperator.of(small, KnownMatrices.withSpectrum(new double[] {3, 2, -1}, 5));
      Estimate one = new XTrace(30).trace(operator, small, RandomStream.of(1, "trace"));
      assertThat(one.value()).isCloseTo(4, within(1e-12));
      assertThat(one.products()).isEqualTo(6);
      Estimate other = new HutchPlusPlus(30).trace(operator, small, RandomStream.of(1, "trace"));
      assertThat(other.value()).isCloseTo(4, within(1e-12));
      assertThat(other.standardError()).isZero();
    }
  }

  @Test
  void partsOfTheTraceAddUpAndAreThoseOfTheBlocks() {
    double[][] a = KnownMatrices.withSpectrum(spectrum(), 13);
    LinearOperator operator = HostOperator.of(space, a);
    Hutchinson hutchinson = new Hutchinson(400);
    Parameters<Estimate> parts =
        hutchinson.partTraces(operator, space, RandomStream.of(2, "parts"));
    double head = parts.get("head").value();
    assertThat(head).isCloseTo(a[0][0] + a[1][1], within(4 * parts.get("head").standardError()));
    assertThat(head + parts.get("tail").value())
        .isCloseTo(
            hutchinson.trace(operator, space, RandomStream.of(2, "parts")).value(), within(1e-12));
  }

  @Test
  void theFrobeniusNormIsThatOfTheEigenvalues() {
    Estimate found =
        new Hutchinson(200)
            .squaredFrobeniusNorm(operator(spectrum()), space, RandomStream.of(2, "norm"));
    double truth = DoubleStream.of(spectrum()).map(x -> x * x).sum();
    assertThat(found.value()).isCloseTo(truth, within(4 * found.standardError()));
    assertThat(found.standardError()).isLessThan(truth / 10);
  }

  @Test
  void theDiagonalIsWithinItsErrors() {
    double[][] a = KnownMatrices.withSpectrum(spectrum(), 13);
    try (Owner owner = new Owner()) {
      DiagonalEstimate found =
          new Hutchinson(200)
              .diagonal(HostOperator.of(space, a), space, RandomStream.of(2, "diagonal"), owner);
      double[] values = space.toDoubles(found.value());
      double[] errors =
          DoubleStream.concat(
                  DoubleStream.of(found.standardErrors().get("head")),
                  DoubleStream.of(found.standardErrors().get("tail")))
              .toArray();
      double squares = 0;
      for (int i = 0; i < SIZE; i++) {
        assertThat(values[i]).isCloseTo(a[i][i], within(5 * errors[i]));
        squares += Math.pow((values[i] - a[i][i]) / errors[i], 2) / SIZE;
      }
      assertThat(squares).isBetween(0.3, 2.5);
      assertThat(found.products()).isEqualTo(200);
    }
  }

  /** Signs say all about a diagonal matrix. */
  @Test
  void aDiagonalMatrixIsKnownFromOneSample() {
    LinearOperator diagonal =
        new HostOperator(
            space,
            x -> {
              double[] y = x.clone();
              for (int i = 0; i < y.length; i++) {
                y[i] *= i;
              }
              return y;
            },
            true);
    Estimate found = new Hutchinson(2).trace(diagonal, space, RandomStream.of(1, "trace"));
    assertThat(found.value()).isEqualTo(SIZE * (SIZE - 1) / 2.0);
    assertThat(found.standardError()).isZero();
    assertThat(
            new Hutchinson(1).trace(diagonal, space, RandomStream.of(1, "trace")).standardError())
        .isNaN();
  }

  @Test
  void thereMustBeSamplesToShareOut() {
    assertThatThrownBy(() -> new Hutchinson(0)).hasMessageContaining("samples must be at least 1");
    assertThatThrownBy(() -> new HutchPlusPlus(8)).hasMessageContaining("must be a multiple of 3");
    assertThatThrownBy(() -> new XTrace(5)).hasMessageContaining("must be even, at least 4");
  }
}
