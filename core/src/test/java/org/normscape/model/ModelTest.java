package org.normscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.ir.Shape;
import org.normscape.nn.Activation;
import org.normscape.nn.Bias;
import org.normscape.nn.Glorot;
import org.normscape.nn.He;
import org.normscape.nn.Layer;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/** Sizes that were published or can be counted by hand, and paths that read well. */
class ModelTest {

  private static final Shape IMAGES = Shape.of(2, 32, 32, 3);

  private static int parameters(Layer network, Shape input) {
    return network.parameters(input).values().stream().mapToInt(spec -> spec.shape().size()).sum();
  }

  private static Layer vgg(Vgg.Variant variant, int width, Normalization normalization) {
    return new Vgg(variant, width, 10, normalization, Glorot.uniform()).network();
  }

  private static Layer resNet(int depth, int width) {
    return new ResNet(depth, width, 10, Bias.WITHOUT, BatchNorm.standard(), He.normal()).network();
  }

  /**
   * As counted for the PyTorch networks in wide use for CIFAR-10; A by hand: 9,220,480 + 530,442.
   */
  @ParameterizedTest
  @CsvSource({"VGG_A, 9756426", "VGG_11, 9231114", "VGG_13, 9416010", "VGG_16, 14728266"})
  void vggHasThePublishedSizes(Vgg.Variant variant, int expected) {
    Layer network = vgg(variant, 64, BatchNorm.standard());
    assertThat(parameters(network, IMAGES)).isEqualTo(expected);
    assertThat(network.output(IMAGES)).isEqualTo(Shape.of(2, 10));
  }

  @Test
  void vggWithoutNormalizationHasNoStateAndNoScales() {
    Layer network = vgg(Vgg.Variant.VGG_A, 64, new None());
    assertThat(parameters(network, IMAGES)).isEqualTo(9_220_480 + 530_442);
    assertThat(network.state(IMAGES).size()).isZero();
  }

  @Test
  void vggWithLayerNormalizationHasTheScalesOfBatchNormalizationAndNoState() {
    Layer network = vgg(Vgg.Variant.VGG_A, 64, LayerNorm.standard());
    Layer batch = vgg(Vgg.Variant.VGG_A, 64, BatchNorm.standard());
    assertThat(network.parameters(IMAGES)).isEqualTo(batch.parameters(IMAGES));
    assertThat(network.state(IMAGES).size()).isZero();
  }

  @Test
  void pathsReadAsThePapersSpeak() {
    assertThat(vgg(Vgg.Variant.VGG_A, 4, BatchNorm.standard()).parameters(IMAGES).paths())
        .startsWith("conv1.weight", "conv1.bias", "norm1.scale", "norm1.shift", "conv2.weight")
        .endsWith("dense2.weight", "dense2.bias", "dense3.weight", "dense3.bias")
        .contains("conv8.weight", "norm8.shift")
        .doesNotContain("conv9.weight");
    assertThat(resNet(8, 4).parameters(IMAGES).paths())
        .startsWith("conv1.weight", "norm1.scale", "norm1.shift", "block1.conv1.weight")
        .contains("block3.norm2.scale")
        .endsWith("dense.weight", "dense.bias");
  }

  /** He et al. (2016), table 6, gives 0.27M, 0.46M, 0.85M and 1.7M. */
  @ParameterizedTest
  @CsvSource({"20, 269722", "32, 464154", "56, 853018", "110, 1727962"})
  void resNetHasThePublishedSizes(int depth, int expected) {
    Layer network = resNet(depth, 16);
    assertThat(parameters(network, IMAGES)).isEqualTo(expected);
    assertThat(network.output(IMAGES)).isEqualTo(Shape.of(2, 10));
  }

  @Test
  void aDeepLinearNetworkIsNormalizedAfterAllButTheLast() {
    Layer network = new DeepLinear(25, 10, BatchNorm.standard(), Glorot.uniform()).network();
    Shape input = Shape.of(8, 10);
    assertThat(parameters(network, input)).isEqualTo(25 * 100 + 24 * 20);
    assertThat(network.parameters(input).paths())
        .contains("norm24.scale", "dense25.weight")
        .doesNotContain("norm25.scale", "dense1.bias");
  }

  @Test
  void aPerceptronHasTheLayersAskedFor() {
    Layer network =
        new MultilayerPerceptron(List.of(7, 5), 3, Activation.TANH, new None(), Glorot.uniform())
            .network();
    assertThat(parameters(network, Shape.of(2, 4))).isEqualTo(4 * 7 + 7 + 7 * 5 + 5 + 5 * 3 + 3);
  }

  @Test
  void depthsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> resNet(18, 16))
        .hasMessage(
            "ResNet: the depth must be 6n + 2 with n at least 1, but it is 18. To fix: use 20, 32, 56 or 110.");
  }
}
