package org.normscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.component.Name;
import org.normscape.ir.Shape;
import org.normscape.model.DeepPerceptron.Outputs;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.GlobalAveragePool;
import org.normscape.nn.Layer;
import org.normscape.nn.MaxPool;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.He;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.place.Sites;

/** Sizes that were published or can be counted by hand, and paths that read well. */
class ModelTest {

  private static final Shape IMAGES = Shape.of(2, 32, 32, 3);

  private static int parameters(Layer network, Shape input) {
    return network.parameters(input).values().stream().mapToInt(spec -> spec.shape().size()).sum();
  }

  private static Layer vgg(Vgg.Variant variant, int width, Normalization normalization) {
    return new Vgg(variant, width, Glorot.uniform())
        .network(new NormalizationScheme(normalization), 10);
  }

  private static Layer resNet(int depth, int width) {
    return new ResNet(depth, width, He.normal())
        .network(new NormalizationScheme(new BatchNorm()), 10);
  }

  /**
   * As counted for the PyTorch networks in wide use for CIFAR-10; A by hand: 9,220,480 + 530,442.
   */
  @ParameterizedTest
  @CsvSource({"VGG_A, 9756426", "VGG_11, 9231114", "VGG_13, 9416010", "VGG_16, 14728266"})
  void vggHasThePublishedSizes(Vgg.Variant variant, int expected) {
    Layer network = vgg(variant, 64, new BatchNorm());
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
    Layer network = vgg(Vgg.Variant.VGG_A, 64, new LayerNorm());
    Layer batch = vgg(Vgg.Variant.VGG_A, 64, new BatchNorm());
    assertThat(network.parameters(IMAGES)).isEqualTo(batch.parameters(IMAGES));
    assertThat(network.state(IMAGES).size()).isZero();
  }

  @Test
  void pathsReadAsThePapersSpeak() {
    assertThat(vgg(Vgg.Variant.VGG_A, 4, new BatchNorm()).parameters(IMAGES).paths())
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

  /** As torchvision has them, for 1000 classes. */
  @ParameterizedTest
  @CsvSource({
    "VGG_11_IMAGENET, 132868840",
    "VGG_13_IMAGENET, 133053736",
    "VGG_16_IMAGENET, 138365992"
  })
  void vggForImageNetHasThePublishedSizes(Vgg.Variant variant, int expected) {
    Layer network =
        new Vgg(variant, 64, Glorot.uniform())
            .network(new NormalizationScheme(new BatchNorm()), 1000);
    assertThat(parameters(network, Shape.of(1, 224, 224, 3))).isEqualTo(expected);
  }

  /** As torchvision has resnet18 and resnet34. */
  @Test
  void resNetWithProjectionsHasThePublishedSizes() {
    Shape image = Shape.of(1, 224, 224, 3);
    NormalizationScheme scheme = new NormalizationScheme(new BatchNorm());
    ProjectionResNet deeper =
        new ProjectionResNet(List.of(3, 4, 6, 3), 64, ProjectionResNet.Stem.STRIDED, He.normal());
    assertThat(parameters(new ProjectionResNet().network(scheme, 1000), image))
        .isEqualTo(11_689_512);
    assertThat(parameters(deeper.network(scheme, 1000), image)).isEqualTo(21_797_672);
  }

  /** As counted for the network in wide use for CIFAR-10. */
  @Test
  void resNetWithAPlainStemKeepsSmallImages() {
    Layer network =
        new ProjectionResNet(List.of(2, 2, 2, 2), 64, ProjectionResNet.Stem.PLAIN, He.normal())
            .network(new NormalizationScheme(new BatchNorm()), 10);
    assertThat(parameters(network, IMAGES)).isEqualTo(11_173_962);
    assertThatThrownBy(
            () -> new ProjectionResNet(List.of(2, 0), 4, ProjectionResNet.Stem.PLAIN, He.normal()))
        .hasMessageContaining("blocks must be numbers that are at least 1, one for each stage");
  }

  @Test
  void aDeepLinearNetworkIsNormalizedAfterAllButTheLast() {
    Layer network = new DeepLinear().network(new NormalizationScheme(new BatchNorm()), 10);
    Shape input = Shape.of(8, 10);
    assertThat(parameters(network, input)).isEqualTo(25 * 100 + 24 * 20);
    assertThat(network.parameters(input).paths())
        .contains("norm24.scale", "dense25.weight")
        .doesNotContain("norm25.scale", "dense1.bias");
  }

  @Test
  void aPerceptronHasTheLayersAskedFor() {
    Layer network =
        new MultilayerPerceptron(List.of(7, 5), new Tanh(), Glorot.uniform())
            .network(new NormalizationScheme(), 3);
    assertThat(parameters(network, Shape.of(2, 4))).isEqualTo(4 * 7 + 7 + 7 * 5 + 5 + 5 * 3 + 3);
  }

  /** With batch normalization a bias is left out; the last site stands behind the outputs. */
  @Test
  void aDeepPerceptronHasEqualLayersAndMayEndInASite() {
    NormalizationScheme scheme = new NormalizationScheme(new BatchNorm());
    Layer plain =
        new DeepPerceptron(3, 5, new Tanh(), He.normal(), Outputs.PLAIN).network(scheme, 4);
    Layer site = new DeepPerceptron(3, 5, new Tanh(), He.normal(), Outputs.SITE).network(scheme, 4);
    Shape input = Shape.of(2, 7);
    assertThat(parameters(plain, input)).isEqualTo(7 * 5 + 2 * 25 + 3 * 10 + 5 * 4 + 4);
    assertThat(parameters(site, input)).isEqualTo(7 * 5 + 2 * 25 + 3 * 10 + 5 * 4 + 8);
    assertThat(site.parameters(input).paths())
        .endsWith("dense4.weight", "norm4.scale", "norm4.shift");
  }

  @Test
  void aListOfLayersHasItsLinearLayersForSites() {
    FeedForward model =
        new FeedForward(
            List.of(
                Conv2d.of(4, 3),
                new Relu(),
                new MaxPool(),
                Conv2d.of(4, 3),
                new GlobalAveragePool(),
                Dense.of(7),
                new Tanh(),
                Dense.of(5)));
    Sequential network = (Sequential) model.network(new NormalizationScheme(new BatchNorm()), 3);
    assertThat(network.layers().paths())
        .containsExactly(
            ("conv2d1 norm1 relu1 max-pool1 conv2d2 global-average-pool1 dense1 norm2 tanh1 dense2"
                    + " flatten outputs")
                .split(" "));
    assertThat(network.output(IMAGES)).isEqualTo(Shape.of(2, 3));
    assertThat(network.parameters(IMAGES).paths())
        .contains("norm1.scale", "norm2.scale", "outputs.weight");
  }

  @Test
  void everyModelAndLayerHasDefaultsAndAName() {
    for (Model model : ServiceLoader.load(Model.class)) {
      Layer network = model.network(new NormalizationScheme(new BatchNorm()), 7);
      assertThat(network.output(IMAGES)).as(model.toString()).isEqualTo(Shape.of(2, 7));
    }
    assertThat(names(Model.class))
        .containsExactlyInAnyOrder(
            "deep-linear",
            "deep-perceptron",
            "feed-forward",
            "multilayer-perceptron",
            "projection-res-net",
            "res-net",
            "vgg");
    assertThat(names(Layer.class))
        .contains("batch-norm", "conv2d", "dense", "flatten", "max-pool", "relu", "softplus");
    assertThat(names(Initializer.class))
        .containsExactlyInAnyOrder("constant", "glorot", "he", "lecun");
    assertThat(names(Normalization.class))
        .contains("batch-norm", "layer-norm", "none", "weight-norm");
    assertThat(names(Sites.class)).contains("every-site", "last-site");
  }

  private static List<String> names(Class<?> kind) {
    return ServiceLoader.load(kind).stream().map(found -> Name.of(found.type())).toList();
  }

  @Test
  void sizesAreChecked() {
    assertThatThrownBy(() -> new Vgg(Vgg.Variant.VGG_A, 0, He.normal()))
        .hasMessage(
            "Vgg: width must be at least 1, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new MultilayerPerceptron(List.of(4, 0), new Tanh(), Glorot.uniform()))
        .hasMessageContaining("hidden must be numbers that are at least 1, but it is [4, 0]");
    assertThatThrownBy(() -> new DeepLinear(0, 4, Glorot.uniform()))
        .hasMessageContaining("layers must be at least 1, but it is 0");
  }

  @Test
  void depthsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> resNet(18, 16))
        .hasMessage(
            "ResNet: depth must be 6m + 2 with m at least 1, but it is 18. To fix: use 20, 32, 56 or 110.");
  }
}
