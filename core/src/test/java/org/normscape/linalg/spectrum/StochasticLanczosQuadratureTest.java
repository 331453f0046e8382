package org.normscape.linalg.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.check.CountingBackend;
import org.normscape.check.KnownMatrices;
import org.normscape.ir.DType;
import org.normscape.linalg.HostOperator;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.linalg.trace.Estimate;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

class StochasticLanczosQuadratureTest {

  private static final int SIZE = 60;

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final VectorSpace space = KnownMatrices.space(backend, DType.FLOAT64, SIZE);

  @AfterEach
  void close() {
    assertThat(backend.open()).isZero();
    space.close();
    backend.close();
  }

  /** A bulk around 0 and three outliers. */
  private static double[] spectrum() {
    return DoubleStream.concat(
            DoubleStream.of(10, 8, -3),
            DoubleStream.iterate(-1, x -> x + 2.0 / (SIZE - 4)).limit(SIZE - 3))
        .toArray();
  }

  private Spectrum estimate(int samples, int iterations, double[] spectrum) {
    LinearOperator operator = HostOperator.of(space, KnownMatrices.withSpectrum(spectrum, 17));
    return new StochasticLanczosQuadrature(samples, iterations)
        .estimate(operator, space, RandomStream.of(1, "slq"));
  }

  private static double mean(double[] values, DoubleUnaryOperator f) {
    return DoubleStream.of(values).map(f).average().orElseThrow();
  }

  private static double normal(double distance, double width) {
    double z = distance / width;
    return Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * width);
  }

  @Test
  void theDensityIsThatOfTheEigenvalues() {
    Spectrum found = estimate(40, 25, spectrum());
    assertThat(found.products()).isEqualTo(40 * 25);
    assertThat(found.largest()).isCloseTo(10, within(1e-9));
    assertThat(found.smallest()).isCloseTo(-3, within(1e-9));
    double width = 0.4;
    for (double x = -4; x <= 11; x += 0.5) {
      double at = x;
      Estimate density = found.density(x, width);
      double truth = mean(spectrum(), value -> normal(at - value, width));
      assertThat(density.value()).isCloseTo(truth, within(4 * density.standardError() + 1e-4));
      assertThat(density.standardError()).isLessThan(0.03);
    }
  }

  /** Two standard errors of ten vectors hold the truth a little less often than 19 times of 20. */
  @Test
  void intervalsCoverTheDensityAsOftenAsTheySay() {
    LinearOperator operator = HostOperator.of(space, KnownMatrices.withSpectrum(spectrum(), 17));
    double width = 0.5;
    double[] places = {-0.5, 0, 0.5, 8, 10};
    int seeds = 60;
    int covered = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Spectrum found =
          new StochasticLanczosQuadrature(10, 25)
              .estimate(operator, space, RandomStream.of(seed, "interval"));
      for (double x : places) {
        Estimate density = found.density(x, width);
        double truth = mean(spectrum(), value -> normal(x - value, width));
        covered += Math.abs(density.value() - truth) <= 2 * density.standardError() ? 1 : 0;
      }
    }
    assertThat(covered / (double) (seeds * places.length)).isBetween(0.84, 0.985);
  }

  @Test
  void itIntegratesToOne() {
    Spectrum found = estimate(3, 20, spectrum());
    double step = 0.05;
    double sum = 0;
    for (double x = -8; x <= 15; x += step) {
      sum += step * found.density(x, 0.5).value();
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(found.mean(value -> 1).value()).isCloseTo(1, within(1e-12));
  }

  /** m iterations are exact for degree 2m − 1, for the vector that was drawn. */
  @Test
  void momentsOfEnoughIterationsDoNotDependOnTheirNumber() {
    Spectrum few = estimate(2, 3, spectrum());
    Spectrum many = estimate(2, 20, spectrum());
    for (int degree = 1; degree <= 5; degree++) {
      int power = degree;
      double exact = many.mean(x -> Math.pow(x, power)).value();
      assertThat(few.mean(x -> Math.pow(x, power)).value())
          .isCloseTo(exact, within(1e-9 * Math.max(1, Math.pow(10, power - 1))));
    }
    assertThat(few.mean(x -> Math.pow(x, 6)).value())
        .isNotCloseTo(many.mean(x -> Math.pow(x, 6)).value(), within(1.0));
  }

  /** Weights that were the eigenvectors' last elements once misled a well-known tool. */
  @Test
  void weightsAreTheSharesOfTheEigenvalues() {
    double[] two = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      two[i] = i < SIZE / 4 ? 5 : -1;
    }
    Spectrum found = estimate(100, 10, two);
    assertThat(found.rules().get(0).nodes()).hasSize(2);
    assertThat(found.products()).isEqualTo(200);
    Estimate above = found.mean(x -> x > 2 ? 1 : 0);
    assertThat(above.value()).isCloseTo(0.25, within(4 * above.standardError()));
    assertThat(above.standardError()).isLessThan(0.01);
  }

  @Test
  void magnitudesHaveADensityToo() {
    double[] decades = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      decades[i] = (i % 2 == 0 ? 1 : -1) * Math.pow(10, -(i % 3));
    }
    Spectrum found = estimate(100, 10, decades);
    for (double place : new double[] {-2, -1, 0}) {
      Estimate density = found.logDensity(place, 0.1, 1e-12);
      assertThat(density.value())
          .isCloseTo(normal(0, 0.1) / 3, within(4 * density.standardError()));
    }
    Estimate floored = found.logDensity(-1, 0.1, 0.1);
    assertThat(floored.value())
        .isCloseTo(normal(0, 0.1) * 2 / 3, within(4 * floored.standardError()));
    assertThat(found.magnitude()).isCloseTo(1, within(1e-12));
  }

  /** 50 products with each of several vectors, in the memory of at most 60. */
  @Test
  void memoryIsThatOfOneVectorForEachIteration() {
    int[] most = {0};
    LinearOperator operator =
        new HostOperator(
            space,
            x -> {
              most[0] = Math.max(most[0], backend.open());
              double[] y = x.clone();
              for (int i = 0; i < y.length; i++) {
                y[i] *= i;
              }
              return y;
            },
            true);
    Spectrum found =
        new StochasticLanczosQuadrature(3, 50).estimate(operator, space, RandomStream.of(1, "slq"));
    assertThat(found.products()).isEqualTo(150);
    int arraysOfAVector = space.types().size();
    assertThat(most[0] / arraysOfAVector).isBetween(50, 60);
  }

  @Test
  void theOperatorMustBeSymmetric() {
    LinearOperator operator = new HostOperator(space, x -> x, false);
    assertThatThrownBy(
            () ->
                new StochasticLanczosQuadrature(1, 1)
                    .estimate(operator, space, RandomStream.of(1, "slq")))
        .hasMessageContaining("must be symmetric");
  }
}
