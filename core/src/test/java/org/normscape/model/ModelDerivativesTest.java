package org.normscape.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Softplus;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.He;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.place.LastSite;
import org.normscape.norm.place.Placement;
import org.normscape.norm.place.Position;
import org.normscape.norm.weight.WeightNorm;

/** Networks at order 2 that the contract of the backends does not hold already. */
class ModelDerivativesTest {

  static Stream<Arguments> networks() {
    NormalizationScheme norm = new NormalizationScheme(new BatchNorm());
    return Stream.of(
        arguments(
            new Vgg(Vgg.Variant.VGG_A, 1, He.normal()).network(new NormalizationScheme(), 3),
            Shape.of(2, 32, 32, 1)),
        arguments(
            new ProjectionResNet(List.of(1, 1), 2, ProjectionResNet.Stem.STRIDED, He.normal())
                .network(norm, 3),
            Shape.of(2, 9, 9, 2)),
        arguments(new DeepLinear(4, 3, Glorot.uniform()).network(norm, 3), Shape.of(6, 3)),
        arguments(perceptron(norm), Shape.of(6, 4)),
        arguments(perceptron(new NormalizationScheme(new LayerNorm())), Shape.of(6, 4)),
        arguments(perceptron(new NormalizationScheme(new WeightNorm())), Shape.of(6, 4)),
        arguments(
            perceptron(
                new NormalizationScheme(
                    new BatchNorm(), new Placement(Position.AFTER_ACTIVATION, new LastSite()))),
            Shape.of(6, 2, 2)));
  }

  private static Layer perceptron(NormalizationScheme scheme) {
    return new MultilayerPerceptron(List.of(5, 4), new Softplus(), Glorot.uniform())
        .network(scheme, 3);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheRightDerivatives(Layer network, Shape input) {
    Numbers.checkDerivatives(network, input, Statistics.BATCH);
  }
}
