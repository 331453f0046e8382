package org.normscape.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Constant;

/** Layers on numbers that can be followed by hand. */
class LayersTest {

  private static final Shape IMAGE = Shape.of(1, 3, 3, 1);
  private static final double[] ONE_TO_NINE = IntStream.range(1, 10).asDoubleStream().toArray();

  private static double[] output(Layer layer, Shape input, double[]... values) {
    return Numbers.run(layer, input, Statistics.RUNNING, values).get(0);
  }

  @Test
  void denseMultipliesAndAdds() {
    double[] weight = {1, 2, 3, 4, 5, 6};
    assertThat(
            output(
                Dense.of(3), Shape.of(1, 2), new double[] {1, -1}, weight, new double[] {9, 8, 7}))
        .containsExactly(6, 5, 4);
  }

  @Test
  void convolutionSlidesWithoutTurningTheFilter() {
    Conv2d valid =
        new Conv2d(1, 2, 2, Stride.of(1), PaddingPolicy.none(), Bias.WITHOUT, Constant.ZERO);
    assertThat(output(valid, IMAGE, ONE_TO_NINE, new double[] {1, 0, 0, 10}))
        .containsExactly(51, 62, 84, 95);
  }

  @Test
  void poolsTakeWhatTheySay() {
    Pooling same = new Pooling(2, 2, Stride.of(2), PaddingPolicy.same());
    assertThat(output(new MaxPool(same), IMAGE, ONE_TO_NINE)).containsExactly(5, 6, 8, 9);
    assertThat(output(new AveragePool(same), IMAGE, ONE_TO_NINE))
        .as("padding does not count")
        .containsExactly(3, 4.5, 7.5, 9);
    assertThat(output(MaxPool.square(2), IMAGE, ONE_TO_NINE)).containsExactly(5);
    assertThat(output(AveragePool.square(2), IMAGE, ONE_TO_NINE)).containsExactly(3);
    assertThat(output(new GlobalAveragePool(), IMAGE, ONE_TO_NINE)).containsExactly(5);
  }

  @Test
  void aShortcutWithoutParametersSkipsAndFillsUp() {
    assertThat(output(new ZeroPaddedShortcut(2, 2), IMAGE, ONE_TO_NINE))
        .containsExactly(1, 0, 3, 0, 7, 0, 9, 0);
    assertThat(output(Residual.of(new Identity()), IMAGE, ONE_TO_NINE))
        .containsExactly(DoubleStream.of(ONE_TO_NINE).map(x -> 2 * x).toArray());
  }

  @Test
  void reluLetsNotANumberThroughAndHasNoNegativeZero() {
    double[] x = {-1, -0.0, 0, 2, Double.NaN, Double.POSITIVE_INFINITY};
    assertThat(output(new Relu(), Shape.of(1, 6), x))
        .containsExactly(0, 0.0, 0, 2, Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Test
  void aResidualNamesItsPartsApart() {
    Layer layer = new Residual(Sequential.of(Dense.of(2)), Dense.of(2));
    assertThat(layer.parameters(Shape.of(1, 2)).paths())
        .containsExactly("0.weight", "0.bias", "shortcut.weight", "shortcut.bias");
  }

  @Test
  void layersSayWhatTheyTake() {
    assertThatThrownBy(() -> Dense.of(3).parameters(IMAGE))
        .hasMessage(
            "Dense: the input must be [n, features], but it is [1,3,3,1]. To fix: put Flatten or GlobalAveragePool before it.");
    assertThatThrownBy(() -> Conv2d.of(3, 3).parameters(Shape.of(1, 2)))
        .hasMessage(
            "Conv2d: the input must be images [n,h,w,c], but it is [1,2]. To fix: put the layer before Flatten, or reshape the data.");
    assertThatThrownBy(() -> MaxPool.square(4).output(IMAGE))
        .hasMessageContaining("the window must fit into the padded image");
    assertThatThrownBy(() -> Residual.of(Conv2d.of(2, 3)).parameters(IMAGE))
        .hasMessage(
            "Residual: the shortcut must have the shape [1,3,3,2] of the branch, but it is [1,3,3,1]. To fix: use a shortcut that changes stride and channels as the branch does.");
    assertThatThrownBy(() -> Dense.of(0))
        .hasMessage(
            "Dense: units must be at least 1, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new ZeroPaddedShortcut(1, 1).output(Shape.of(1, 2, 2, 3)))
        .hasMessageContaining("the input may have at most 1 channels");
  }
}
