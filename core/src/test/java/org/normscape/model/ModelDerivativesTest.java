package org.normscape.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.nn.Activation;
import org.normscape.nn.Glorot;
import org.normscape.nn.He;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/** Networks at order 2 that the contract of the backends does not hold already. */
class ModelDerivativesTest {

  static Stream<Arguments> networks() {
    BatchNorm norm = BatchNorm.standard();
    return Stream.of(
        arguments(
            new Vgg(Vgg.Variant.VGG_A, 1, 3, new None(), He.normal()).network(),
            Shape.of(2, 32, 32, 1)),
        arguments(new DeepLinear(4, 3, norm, Glorot.uniform()).network(), Shape.of(6, 3)),
        arguments(perceptron(norm), Shape.of(6, 4)),
        arguments(perceptron(LayerNorm.standard()), Shape.of(6, 4)));
  }

  private static Layer perceptron(Normalization normalization) {
    return new MultilayerPerceptron(
            List.of(5), 3, Activation.SOFTPLUS, normalization, Glorot.uniform())
        .network();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheRightDerivatives(Layer network, Shape input) {
    Numbers.checkDerivatives(network, input, Statistics.BATCH);
  }
}
