package org.normscape.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.linalg.eigen.SingularValues;
import org.normscape.linalg.spectrum.GaussianProductLaw;
import org.normscape.random.RandomStream;

class SingularValuesTest {

  @Test
  void ofATwoByTwoMatrixTheyHaveAClosedForm() {
    // [[3, 0], [4, 5]]: σ₁ = 3√5, σ₂ = √5.
    List<Double> found = SingularValues.of(new double[][] {{3, 0}, {4, 5}});
    assertThat(found.get(0)).isCloseTo(3 * Math.sqrt(5), within(1e-14));
    assertThat(found.get(1)).isCloseTo(Math.sqrt(5), within(1e-14));
  }

  @Test
  void smallOnesArePrecise() {
    double[][] graded = {{1, 1, 0}, {1e-10, -1e-10, 0}, {0, 0, 1e-20}};
    List<Double> found = SingularValues.of(graded);
    assertThat(found.get(0)).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(found.get(1) / (1e-10 * Math.sqrt(2))).isCloseTo(1, within(1e-12));
    assertThat(found.get(2) / 1e-20).isCloseTo(1, within(1e-12));
  }

  @Test
  void theirSquaresAddUpToThatOfTheMatrix() {
    double[][] a = random(20, 30, "rows");
    double squares = 0;
    for (double[] row : a) {
      for (double x : row) {
        squares += x * x;
      }
    }
    assertThat(SingularValues.of(a).stream().mapToDouble(s -> s * s).sum())
        .isCloseTo(squares, within(1e-9));
  }

  @Test
  void whatIsNotFiniteHasNone() {
    assertThat(SingularValues.of(new double[][] {{Double.NaN, 0}, {0, 1}})).contains(Double.NaN);
  }

  private static double[][] random(int rows, int columns, String purpose) {
    RandomStream stream = RandomStream.of(4, purpose);
    double[][] a = new double[rows][];
    for (int i = 0; i < rows; i++) {
      a[i] = stream.normal(columns, 1 / Math.sqrt(columns));
    }
    return a;
  }

  /** Moments of the squares are the Fuss–Catalan numbers {@code C((M+1)k, k)/(Mk+1)}. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void theLawHasTheMomentsOfFussAndCatalan(int matrices) {
    GaussianProductLaw law = new GaussianProductLaw(matrices);
    int parts = 2_000;
    double[] moments = new double[4];
    double before = 0;
    for (int i = 1; i <= parts; i++) {
      double s = law.largest() * i / parts;
      double share = law.share(s);
      double middle = law.largest() * (i - 0.5) / parts;
      for (int k = 0; k < 4; k++) {
        moments[k] += (share - before) * Math.pow(middle * middle, k);
      }
      before = share;
    }
    for (int k = 0; k < 4; k++) {
      double expected = binomial((matrices + 1) * k, k) / (matrices * k + 1);
      assertThat(moments[k] / expected).isCloseTo(1, within(2e-3));
    }
  }

  private static double binomial(int n, int k) {
    double value = 1;
    for (int i = 1; i <= k; i++) {
      value *= (n - k + i) / (double) i;
    }
    return value;
  }

  /** Of one matrix: the quarter of a circle (Marchenko and Pastur). */
  @Test
  void ofOneMatrixItIsAQuarterOfACircle() {
    GaussianProductLaw law = new GaussianProductLaw(1);
    assertThat(law.largest()).isCloseTo(2, within(1e-14));
    for (double s : new double[] {0.1, 0.7, 1.3, 1.9}) {
      assertThat(law.density(s)).isCloseTo(Math.sqrt(4 - s * s) / Math.PI, within(1e-9));
    }
    assertThat(law.density(2.1)).isZero();
    assertThat(law.share(3)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void productsOfRandomMatricesFollowIt(int matrices) {
    int n = 120;
    double[][] product = random(n, n, "first");
    for (int i = 1; i < matrices; i++) {
      product = times(product, random(n, n, "matrix" + i));
    }
    GaussianProductLaw law = new GaussianProductLaw(matrices);
    List<Double> found = SingularValues.of(product);
    for (int i = 0; i < n; i++) {
      assertThat(law.share(found.get(i))).isCloseTo(1 - (i + 0.5) / n, within(0.04));
    }
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
