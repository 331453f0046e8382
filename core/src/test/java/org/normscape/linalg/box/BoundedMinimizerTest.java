package org.normscape.linalg.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.check.KnownMatrices;
import org.normscape.random.RandomStream;

/**
 * L-BFGS-B against what is known: separable quadratics, convex quadratics by trying every set of
 * variables at their bounds with dense elimination, and a banana-shaped valley.
 */
class BoundedMinimizerTest {

  private static final int SIZE = 6;

  private final int[] evaluations = {0};

  private static Bounds bounds(int size, double lower, double upper) {
    double[] low = new double[size];
    double[] high = new double[size];
    Arrays.fill(low, lower);
    Arrays.fill(high, upper);
    return new Bounds(low, high);
  }

  private double[] minimize(Differentiable function, double[] start, Bounds bounds) {
    return new BoundedMinimizer(5, 200, 1e-10)
        .minimize(
            x -> {
              evaluations[0]++;
              return function.at(x);
            },
            start,
            bounds);
  }

  /** {@code ½ xᵀAx − bᵀx}. */
  private static Differentiable quadratic(double[][] a, double[] b) {
    return x -> {
      double[] gradient = new double[x.length];
      double value = 0;
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          gradient[i] += a[i][j] * x[j];
        }
        value += x[i] * (gradient[i] / 2 - b[i]);
        gradient[i] -= b[i];
      }
      return new Slope(value, gradient);
    };
  }

  @Test
  void aSeparableQuadraticIsCutOffAtItsBounds() {
    double[][] a = {{1, 0, 0}, {0, 10, 0}, {0, 0, 100}};
    double[] b = {5, 3, -900};
    double[] found = minimize(quadratic(a, b), new double[3], bounds(3, -1, 1));
    assertThat(found[0]).isEqualTo(1);
    assertThat(found[1]).isCloseTo(0.3, within(1e-9));
    assertThat(found[2]).isEqualTo(-1);
    assertThat(evaluations[0]).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aConvexQuadraticHasTheMinimumThatTryingEveryActiveSetFinds(long seed) {
    double[][] a = KnownMatrices.withSpectrum(new double[] {50, 20, 5, 2, 1, 0.3}, seed);
    double[] b =
        Arrays.stream(RandomStream.of(seed, "b").normal(SIZE, 1)).map(x -> 8 * x).toArray();
    Bounds bounds = bounds(SIZE, -1, 0.5);
    double[] expected = byActiveSets(a, b, -1, 0.5);
    double[] found = minimize(quadratic(a, b), new double[SIZE], bounds);
    assertThat(found).usingComparatorWithPrecision(1e-7).containsExactly(expected);
    assertThat(Arrays.stream(expected).filter(x -> x == -1 || x == 0.5).count()).isBetween(1L, 5L);
  }

  /**
   * Of all ways to hold variables at bounds, the one that satisfies the conditions of optimality.
   */
  private static double[] byActiveSets(double[][] a, double[] b, double lower, double upper) {
    int sets = (int) Math.pow(3, SIZE);
    for (int set = 0; set < sets; set++) {
      int[] held = new int[SIZE];
      for (int i = 0, rest = set; i < SIZE; i++, rest /= 3) {
        held[i] = rest % 3;
      }
      double[] x = solve(a, b, held, lower, upper);
      double[] gradient = quadratic(a, b).at(x).gradient();
      boolean isOptimal = true;
      for (int i = 0; i < SIZE; i++) {
        isOptimal &=
            switch (held[i]) {
              case 1 -> gradient[i] >= 0;
              case 2 -> gradient[i] <= 0;
              default -> x[i] >= lower && x[i] <= upper;
            };
      }
      if (isOptimal) {
        return x;
      }
    }
    throw new AssertionError("A convex quadratic has a minimum in a box.");
  }

  /** The minimum with some variables at their bounds, by elimination without pivoting. */
  private static double[] solve(double[][] a, double[] b, int[] held, double lower, double upper) {
    double[][] rows = new double[SIZE][SIZE + 1];
    for (int i = 0; i < SIZE; i++) {
      if (held[i] == 0) {
        System.arraycopy(a[i], 0, rows[i], 0, SIZE);
        rows[i][SIZE] = b[i];
      } else {
        rows[i][i] = 1;
        rows[i][SIZE] = held[i] == 1 ? lower : upper;
      }
    }
    for (int k = 0; k < SIZE; k++) {
      for (int i = 0; i < SIZE; i++) {
        double factor = i == k ? 0 : rows[i][k] / rows[k][k];
        for (int j = k; j <= SIZE; j++) {
          rows[i][j] -= factor * rows[k][j];
        }
      }
    }
    double[] x = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      x[i] = rows[i][SIZE] / rows[i][i];
    }
    return x;
  }

  @Test
  void withoutBoundsThatMatterAQuadraticIsSolved() {
    double[][] a = KnownMatrices.withSpectrum(new double[] {50, 20, 5, 2, 1, 0.3}, 3);
    double[] b = {1, 2, 3, 4, 5, 6};
    double[] found =
        minimize(
            quadratic(a, b),
            new double[SIZE],
            bounds(SIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    double[] expected = solve(a, b, new int[SIZE], 0, 0);
    assertThat(found).usingComparatorWithPrecision(1e-7).containsExactly(expected);
  }

  /** The function of Rosenbrock, whose minimum is at (1, 1). */
  private static Slope valley(double[] x) {
    double bend = x[1] - x[0] * x[0];
    return new Slope(
        100 * bend * bend + (1 - x[0]) * (1 - x[0]),
        new double[] {-400 * x[0] * bend - 2 * (1 - x[0]), 200 * bend});
  }

  @Test
  void aBentValleyIsFollowedToItsEndOrToABound() {
    double[] start = {-1.2, 1};
    assertThat(minimize(BoundedMinimizerTest::valley, start, bounds(2, -2, 2)))
        .usingComparatorWithPrecision(1e-6)
        .containsExactly(1, 1);
    assertThat(evaluations[0]).isLessThan(80);
    double[] cut =
        minimize(
            BoundedMinimizerTest::valley,
            start,
            new Bounds(new double[] {-2, -2}, new double[] {0.5, 2}));
    assertThat(cut[0]).isEqualTo(0.5);
    assertThat(cut[1]).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void aConcaveFunctionEndsInACorner() {
    double[][] a = KnownMatrices.withSpectrum(new double[] {-1, -2, -3, -4, -5, -6}, 3);
    double[] b = {1, 2, 3, 4, 5, 6};
    Bounds bounds = bounds(SIZE, -1, 1);
    double[] found = minimize(quadratic(a, b), new double[SIZE], bounds);
    assertThat(Arrays.stream(found).map(Math::abs)).containsOnly(1.0);
    assertThat(bounds.projectedGradient(found, quadratic(a, b).at(found).gradient())).isZero();
  }

  @Test
  void noPlaceLeavesTheBounds() {
    double[][] a = KnownMatrices.withSpectrum(new double[] {50, 20, 5, 2, 1, 0.3}, 5);
    double[] b = {9, -9, 9, -9, 9, -9};
    Differentiable function = quadratic(a, b);
    minimize(
        x -> {
          assertThat(Arrays.stream(x)).allSatisfy(e -> assertThat(e).isBetween(-0.3, 0.7));
          return function.at(x);
        },
        new double[] {5, 5, 5, -5, -5, -5},
        bounds(SIZE, -0.3, 0.7));
    assertThat(evaluations[0]).isGreaterThan(1);
  }

  @Test
  void aFunctionThatIsNotFiniteEndsTheSearch() {
    double[] found =
        minimize(x -> new Slope(Double.NaN, new double[] {1}), new double[1], bounds(1, -1, 1));
    assertThat(found).containsExactly(0);
    assertThat(evaluations[0]).isEqualTo(1);
    Ascent ascent =
        new LBfgsB()
            .maximize(
                x -> new Slope(x[0] > 0.5 ? Double.NaN : x[0], new double[] {1}),
                new double[] {1},
                10);
    assertThat(ascent.start()).isZero();
    assertThat(ascent.highest()).isNaN();
  }

  @Test
  void boundsInTheWrongOrderAreNamed() {
    assertThatThrownBy(() -> new Bounds(new double[] {0, 2}, new double[] {1, 1}))
        .hasMessageContaining("those of variable 1 are 2.0 and 1.0");
    assertThatThrownBy(() -> new Bounds(new double[2], new double[3]))
        .hasMessageContaining("a lower and an upper one for each variable");
    assertThatThrownBy(() -> new LBfgsB(0)).hasMessageContaining("memory must be at least 1");
  }
}
