package org.normscape.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.contract.LayerCases;
import org.normscape.contract.cases.HeldScale;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.nn.activation.Activation;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.activation.Sigmoid;
import org.normscape.nn.activation.Softplus;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;

/** Each layer at order 2, and its shapes against those of what it writes. */
class LayerDerivativesTest {

  private static final Shape ROWS = Shape.of(3, 5);
  private static final Shape IMAGES = Shape.of(2, 5, 6, 3);

  static Stream<Arguments> layers() {
    Initializer normal = Glorot.normal();
    PaddingPolicy lopsided = new PaddingPolicy.Explicit(new Padding(1, 0, 0, 2));
    Conv2d strided = new Conv2d(4, 3, 2, new Stride(2, 1), lopsided, Bias.WITHOUT, normal);
    Pooling overlapping = new Pooling(3, 2, Stride.of(2), PaddingPolicy.same());
    return Stream.of(
        arguments(Dense.of(4), ROWS),
        arguments(new Dense(2, Bias.WITHOUT, normal), ROWS),
        arguments(Conv2d.of(4, 3), IMAGES),
        arguments(strided, IMAGES),
        arguments(MaxPool.square(2), IMAGES),
        arguments(new MaxPool(overlapping), IMAGES),
        arguments(AveragePool.square(2), IMAGES),
        arguments(new AveragePool(overlapping), IMAGES),
        arguments(new GlobalAveragePool(), IMAGES),
        arguments(new Flatten(), IMAGES),
        arguments(new Identity(), ROWS),
        arguments(new ZeroPaddedShortcut(2, 7), IMAGES),
        arguments(new Multiplier(), ROWS),
        arguments(new Multiplier(0.1, Multiplier.Sharing.FEATURE), IMAGES),
        arguments(new ScalarBias(), IMAGES),
        arguments(new Times(0.3), ROWS),
        arguments(new Residual(Conv2d.of(3, 3), new Identity()), IMAGES),
        arguments(new Residual(new NoisyScale(0.3), new HeldScale()), ROWS),
        arguments(new Residual(Dense.of(4), new Dense(4, Bias.WITH, normal)), ROWS),
        arguments(Sequential.of(Dense.of(4), new Tanh(), Dense.of(2)), ROWS));
  }

  static Stream<Activation> activations() {
    return Stream.of(new Relu(), new Tanh(), new Sigmoid(), new Softplus());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void hasTheRightDerivatives(Layer layer, Shape input) {
    Numbers.checkDerivatives(layer, input, Statistics.BATCH);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activationsHaveTheRightDerivatives(Activation activation) {
    Numbers.checkDerivatives(activation, ROWS, Statistics.BATCH);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void writesTheShapeItSays(Layer layer, Shape input) {
    assertThat(
            LayerCases.of("layer", layer, input, Statistics.BATCH)
                .program(DType.FLOAT32)
                .resultTypes())
        .first()
        .isEqualTo(new TensorType(DType.FLOAT32, layer.output(input)));
  }
}
