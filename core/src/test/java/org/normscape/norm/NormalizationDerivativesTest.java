package org.normscape.norm;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.nn.Statistics;

/** Normalizations at order 2, for each way to take statistics, state included. */
class NormalizationDerivativesTest {

  static Stream<Arguments> normalizations() {
    BatchNorm first = new BatchNorm(1, 1e-3, 0.9, RunningVariance.BIASED, Affine.WITHOUT);
    return Stream.of(
            arguments(new BatchNorm(), Shape.of(5, 3)),
            arguments(new BatchNorm(), Shape.of(2, 3, 2, 4)),
            arguments(first, Shape.of(3, 2, 3)),
            arguments(first, Shape.of(2, 1)),
            arguments(new LayerNorm(), Shape.of(3, 5)),
            arguments(new LayerNorm(), Shape.of(2, 3, 2, 4)),
            arguments(new LayerNorm(), Shape.of(2, 1)),
            arguments(new LayerNorm(1e-3, Affine.WITHOUT), Shape.of(3, 2, 3)))
        .flatMap(
            row ->
                Stream.of(Statistics.values())
                    .map(mode -> arguments(row.get()[0], row.get()[1], mode)));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void hasTheRightDerivatives(
      ActivationNormalization normalization, Shape input, Statistics statistics) {
    Numbers.checkDerivatives(normalization, input, statistics);
  }
}
