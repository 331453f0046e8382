package org.normscape.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.LayerDerivatives;
import org.normscape.ir.Shape;
import org.normscape.nn.Activation;
import org.normscape.nn.Bias;
import org.normscape.nn.Glorot;
import org.normscape.nn.He;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;

/** Whole networks at order 2, narrow ones. */
class ModelDerivativesTest {

  private static final Shape IMAGES = Shape.of(2, 32, 32, 1);

  static Stream<Arguments> networks() {
    return Stream.of(
        arguments(
            new Vgg(Vgg.Variant.VGG_A, 1, 3, BatchNorm.standard(), He.normal()).network(), IMAGES),
        arguments(new Vgg(Vgg.Variant.VGG_A, 1, 3, new None(), He.normal()).network(), IMAGES),
        arguments(
            new ResNet(8, 2, 3, Bias.WITHOUT, BatchNorm.standard(), He.normal()).network(), IMAGES),
        arguments(
            new DeepLinear(4, 3, BatchNorm.standard(), Glorot.uniform()).network(), Shape.of(6, 3)),
        arguments(
            new MultilayerPerceptron(
                    List.of(5), 3, Activation.SOFTPLUS, BatchNorm.standard(), Glorot.uniform())
                .network(),
            Shape.of(6, 4)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheRightDerivatives(Layer network, Shape input) {
    LayerDerivatives.check(network, input, Statistics.BATCH);
  }
}
