package org.normscape.linalg.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.check.KnownMatrices;
import org.normscape.linalg.eigen.SymmetricEigenproblem.Pair;

class SymmetricEigenproblemTest {

  private static double[] values(List<Pair> pairs) {
    return pairs.stream().mapToDouble(Pair::value).toArray();
  }

  private static double[] descending(double... values) {
    return Arrays.stream(values)
        .boxed()
        .sorted((a, b) -> Double.compare(b, a))
        .mapToDouble(x -> x)
        .toArray();
  }

  /** {@code ‖Au − λu‖} and {@code UᵀU = 1}. */
  private static void checkPairs(double[][] a, List<Pair> pairs, double tolerance) {
    for (Pair pair : pairs) {
      double[] u = pair.elements();
      for (int i = 0; i < a.length; i++) {
        double product = 0;
        for (int j = 0; j < a.length; j++) {
          product += a[i][j] * u[j];
        }
        assertThat(product).isCloseTo(pair.value() * u[i], within(tolerance));
      }
      for (Pair other : pairs) {
        double[] v = other.elements();
        double dot = 0;
        for (int i = 0; i < u.length; i++) {
          dot += u[i] * v[i];
        }
        assertThat(dot).isCloseTo(pair.equals(other) ? 1 : 0, within(1e-13));
      }
    }
  }

  /** The second difference on n points: {@code 2 − 2 cos(kπ/(n + 1))}. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 61})
  void theSecondDifferenceHasItsEigenvalues(int n) {
    double[] diagonal = new double[n];
    double[] beside = new double[n - 1];
    Arrays.fill(diagonal, 2);
    Arrays.fill(beside, -1);
    double[] expected = new double[n];
    for (int k = 1; k <= n; k++) {
      expected[k - 1] = 2 - 2 * Math.cos(k * Math.PI / (n + 1));
    }
    assertThat(values(SymmetricEigenproblem.solve(diagonal, beside)))
        .containsExactly(descending(expected), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 40})
  void eigenvaluesAndVectorsOfADenseMatrix(int n) {
    double[] expected = DoubleStream.iterate(7, x -> x * -0.8).limit(n).toArray();
    double[][] a = KnownMatrices.withSpectrum(expected, 3);
    List<Pair> pairs = SymmetricEigenproblem.solve(a);
    assertThat(values(pairs)).containsExactly(descending(expected), within(1e-13));
    checkPairs(a, pairs, 1e-13);
  }

  @Test
  void repeatedAndVanishingEigenvalues() {
    double[] expected = {3, 3, 3, 1, 1, 0, 0, 0, -2, -2};
    double[][] a = KnownMatrices.withSpectrum(expected, 5);
    List<Pair> pairs = SymmetricEigenproblem.solve(a);
    assertThat(values(pairs)).containsExactly(expected, within(1e-14));
    checkPairs(a, pairs, 1e-13);
    assertThat(values(SymmetricEigenproblem.solve(new double[4][4]))).containsOnly(0);
  }

  @Test
  void elementsOfAnySize() {
    double[] expected = {1e200, 2e199, 1e150, -1e200};
    double[][] a = KnownMatrices.withSpectrum(expected, 7);
    assertThat(values(SymmetricEigenproblem.solve(a)))
        .containsExactly(descending(expected), within(1e186));
    double[][] tiny = {{1e-200, 1e-200}, {1e-200, 1e-200}};
    assertThat(values(SymmetricEigenproblem.solve(tiny))[0]).isCloseTo(2e-200, within(1e-214));
  }

  @Test
  void whatIsNotFiniteHasNoEigenvalues() {
    double[][] a = {{1, Double.NaN, 2}, {Double.NaN, 1, 0}, {2, 0, 1}};
    assertThat(values(SymmetricEigenproblem.solve(a))).hasSize(3).containsOnly(Double.NaN);
  }

  @Test
  void theSizesMustFit() {
    assertThatThrownBy(() -> SymmetricEigenproblem.solve(new double[3], new double[3]))
        .hasMessage(
            "SymmetricEigenproblem: a tridiagonal matrix must have one element less beside the diagonal than on it, but there are 3 and 3. To fix: pass n and n - 1.");
  }
}
