package org.normscape.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.normscape.check.CountedSpace;
import org.normscape.check.KnownMatrices;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.linalg.spectrum.Spectrum;
import org.normscape.linalg.spectrum.StochasticLanczosQuadrature;
import org.normscape.linalg.trace.Estimate;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.params.Owner;
import org.normscape.random.RandomStream;

/**
 * Known mistakes of other tools' estimators, which ours do not make: each test has the value that
 * the mistake gives on a matrix whose spectrum is known, beside the right one.
 */
class EstimatorMistakesTest {

  private static final int SIZE = 60;
  private static final double TOLERANCE = 1e-3;

  @RegisterExtension private final CountedSpace counted = CountedSpace.of(SIZE);

  private final VectorSpace space = counted.space();
  private final Owner owner = counted.owner();

  private Eigenpairs solve(double[][] matrix) {
    return new Lanczos(1, 1, SIZE, 1e-9)
        .solve(
            HostOperator.of(space, matrix), space, List.of(), RandomStream.of(1, "lanczos"), owner);
  }

  /** The first ones, and from there on evenly down to the last. */
  private static double[] spectrum(double last, double... first) {
    double[] values = Arrays.copyOf(first, SIZE);
    double from = first[first.length - 1];
    for (int i = first.length; i < SIZE; i++) {
      values[i] = from + (last - from) * (i - first.length + 1) / (SIZE - first.length);
    }
    return values;
  }

  private static double[] product(double[][] matrix, double[] x) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  private static double[] unit(double[] x) {
    double length = Math.sqrt(dot(x, x));
    return Arrays.stream(x).map(value -> value / length).toArray();
  }

  /**
   * PyHessian's {@code eigenvalues}: power iteration that ends when two Rayleigh quotients in a row
   * differ by less than a thousandth, and gives the one before the last.
   */
  private static double byPowerIteration(double[][] matrix) {
    double[] v = unit(RandomStream.of(1, "power").normal(SIZE, 1));
    double before = Double.NaN;
    while (true) {
      double[] product = product(matrix, v);
      double value = dot(v, product);
      if (Math.abs(before - value) / (Math.abs(before) + 1e-6) < TOLERANCE) {
        return before;
      }
      before = value;
      v = unit(product);
    }
  }

  /**
   * PyHessian takes an eigenvalue for converged because it changes little from one product to the
   * next. Where eigenvalues are close it changes little everywhere: it is off by more than ten
   * times the tolerance. The residual of ours says how far an eigenvalue can be off.
   */
  @Test
  void anEigenvalueThatChangesLittleIsNotConverged() {
    double[][] matrix = KnownMatrices.withSpectrum(spectrum(0, 1), 3);
    assertThat(byPowerIteration(matrix)).isLessThan(1 - 10 * TOLERANCE).isGreaterThan(0.9);
    Eigenpair found = solve(matrix).largest().get(0);
    assertThat(found.value()).isCloseTo(1, within(1e-9));
    assertThat(Math.abs(found.value() - 1)).isLessThan(found.residual() + 1e-14);
  }

  /**
   * PyHessian's largest eigenvalues are those of largest magnitude: in a matrix with a deep
   * negative end, −10 where 4 is the largest.
   */
  @Test
  void theLargestEigenvalueIsNotTheOneOfLargestMagnitude() {
    double[][] matrix = KnownMatrices.withSpectrum(spectrum(1, 4, -10, 2), 5);
    assertThat(byPowerIteration(matrix)).isCloseTo(-10, within(0.1));
    Eigenpairs found = solve(matrix);
    assertThat(found.largestValue()).isCloseTo(4, within(1e-8));
    assertThat(found.smallest().get(0).value()).isCloseTo(-10, within(1e-8));
  }

  /**
   * Li et al.'s code ({@code min_max_hessian_eigs}) takes the eigenvalue of largest magnitude of
   * {@code H − 0.51 λ₁} for the smallest one, which it is where that is at most 0. Of a positive
   * matrix it gives the largest eigenvalue as the smallest: 10 where it is 8.
   */
  @Test
  void theSmallestEigenvalueOfAPositiveMatrixIsNotItsLargest() {
    double[] spectrum = spectrum(8, 10);
    double shift = 0.51 * 10;
    double shifted =
        DoubleStream.of(spectrum)
            .map(value -> value - shift)
            .reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    assertThat(shifted + shift).isCloseTo(10, within(1e-12));
    Eigenpairs found = solve(KnownMatrices.withSpectrum(spectrum, 7));
    assertThat(found.smallest().get(0).value()).isCloseTo(8, within(1e-8));
    assertThat(found.largestValue()).isCloseTo(10, within(1e-8));
  }

  /**
   * PyHessian's {@code trace} ends when the mean of its samples changes by less than a thousandth,
   * which one sample near the mean is enough for. Over 100 seeds nearly all of its traces are
   * further off than that; of ours, the truth is within two standard errors in nearly all.
   */
  @Test
  void aTraceWhoseMeanStandsStillIsNotKnown() {
    double[] spectrum = spectrum(0, 40, 20, 10, 1);
    double[][] matrix = KnownMatrices.withSpectrum(spectrum, 9);
    double truth = DoubleStream.of(spectrum).sum();
    int wrong = 0;
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      double claimed = byMeanThatStandsStill(matrix, seed);
      wrong += Math.abs(claimed - truth) > TOLERANCE * truth ? 1 : 0;
      Estimate found =
          new Hutchinson(30)
              .trace(HostOperator.of(space, matrix), space, RandomStream.of(seed, "trace"));
      covered += Math.abs(found.value() - truth) < 2 * found.standardError() ? 1 : 0;
    }
    assertThat(wrong).isGreaterThan(90);
    assertThat(covered).isGreaterThan(85);
  }

  private static double byMeanThatStandsStill(double[][] matrix, long seed) {
    RandomStream random = RandomStream.of(seed, "signs");
    double sum = 0;
    double before = 0;
    for (int samples = 1; ; samples++) {
      double[] v = Arrays.stream(random.normal(SIZE, 1)).map(Math::signum).toArray();
      sum += dot(v, product(matrix, v));
      double mean = sum / samples;
      if (Math.abs(mean - before) / (Math.abs(before) + 1e-6) < TOLERANCE || samples == 100) {
        return mean;
      }
      before = mean;
    }
  }

  /**
   * PyHessian weighed each node with the squares of all elements of its eigenvector (from its pull
   * request 18 until 23), which add up to 1: each node counted alike, half of the density for a
   * quarter of the eigenvalues. The weight is the square of the first element.
   */
  @Test
  void nodesOfADensityDoNotCountAlike() {
    double[] quarter = new double[SIZE];
    Arrays.fill(quarter, -1);
    Arrays.fill(quarter, 0, SIZE / 4, 5);
    Spectrum found =
        new StochasticLanczosQuadrature(100, 10)
            .estimate(
                HostOperator.of(space, KnownMatrices.withSpectrum(quarter, 17)),
                space,
                RandomStream.of(1, "slq"));
    List<Double> nodes = found.rules().get(0).nodes();
    assertThat(nodes.stream().filter(node -> node > 2).count() / (double) nodes.size())
        .isEqualTo(0.5);
    Estimate above = found.mean(node -> node > 2 ? 1 : 0);
    assertThat(above.value()).isCloseTo(0.25, within(4 * above.standardError()));
    assertThat(above.standardError()).isLessThan(0.01);
  }
}
