package org.normscape.nn.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.ir.Shape;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

class InitializationTest {

  private static final Shape MATRIX = Shape.of(200, 100);
  private static final Shape FILTERS = Shape.of(3, 3, 40, 60);

  static Stream<Arguments> variances() {
    return Stream.of(
        arguments(Glorot.uniform(), MATRIX, 2.0 / 300, Math.sqrt(6.0 / 300)),
        arguments(Glorot.normal(), MATRIX, 2.0 / 300, Double.POSITIVE_INFINITY),
        arguments(He.uniform(), MATRIX, 2.0 / 200, Math.sqrt(6.0 / 200)),
        arguments(He.normal(), MATRIX, 2.0 / 200, Double.POSITIVE_INFINITY),
        arguments(new Lecun(), MATRIX, 1.0 / 200, Double.POSITIVE_INFINITY),
        arguments(new Lecun(Distribution.UNIFORM, 2), MATRIX, 4.0 / 200, Math.sqrt(12.0 / 200)),
        arguments(Lecun.pytorch(), FILTERS, 1.0 / 1080, Math.sqrt(1.0 / 360)),
        arguments(Glorot.uniform(), FILTERS, 2.0 / 900, Math.sqrt(6.0 / 900)),
        arguments(Glorot.normal(), FILTERS, 2.0 / 900, Double.POSITIVE_INFINITY),
        arguments(He.uniform(), FILTERS, 2.0 / 360, Math.sqrt(6.0 / 360)),
        arguments(He.normal(), FILTERS, 2.0 / 360, Double.POSITIVE_INFINITY));
  }

  /** About 20,000 draws: a mean is off by more than 4 σ/√n once in 16,000 seeds. */
  @ParameterizedTest
  @MethodSource("variances")
  void hasTheMomentsOfThePaper(
      Initializer initializer, Shape shape, double variance, double bound) {
    double[] values = initializer.values(shape, RandomStream.of(3, "weights"));
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
    assertThat(values).hasSize(shape.size());
    assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(variance / values.length)));
    assertThat(square).isCloseTo(variance, within(0.05 * variance));
    assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow())
        .isBetween(0.99 * Math.sqrt(3 * variance), bound);
  }

  @Test
  void aNewLayerShiftsNobodyElsesNumbers() {
    ParameterSpec spec = new ParameterSpec(MATRIX, Role.WEIGHT, He.normal());
    Parameters<double[]> alone = Initialization.values(Parameters.of("b.weight", spec), 7);
    Parameters<double[]> both =
        Initialization.values(Parameters.of("a.weight", spec).and("b.weight", spec), 7);
    assertThat(both.get("b.weight")).containsExactly(alone.get("b.weight"));
    assertThat(both.get("a.weight")).isNotEqualTo(both.get("b.weight"));
    assertThat(Initialization.values(Parameters.of("b.weight", spec), 8).get("b.weight"))
        .isNotEqualTo(alone.get("b.weight"));
  }

  @Test
  void differentPathsAreUncorrelated() {
    ParameterSpec spec = new ParameterSpec(MATRIX, Role.WEIGHT, new He(Distribution.NORMAL));
    Parameters<double[]> values = Initialization.values(Parameters.of("a", spec).and("b", spec), 7);
    double sum = 0;
    for (int i = 0; i < MATRIX.size(); i++) {
      sum += values.get("a")[i] * values.get("b")[i];
    }
    double variance = 2.0 / 200;
    assertThat(sum / MATRIX.size() / variance).isCloseTo(0, within(4 / Math.sqrt(MATRIX.size())));
  }

  @Test
  void biasesAreNotDrawn() {
    assertThatThrownBy(() -> He.normal().values(Shape.of(3), RandomStream.of(0, "x")))
        .hasMessage(
            "He: the shape must be [in,out] or [kH,kW,in,out], but it is [3]. To fix: use a Constant.");
    assertThat(new Constant(2).values(Shape.of(2), RandomStream.of(0, "x"))).containsExactly(2, 2);
  }
}
