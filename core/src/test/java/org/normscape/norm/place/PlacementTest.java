package org.normscape.norm.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normscape.ir.Shape;
import org.normscape.model.DeepLinear;
import org.normscape.model.Model;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.weight.WeightNorm;

/** Which layers stand where, and what they learn. */
class PlacementTest {

  private static final Shape IMAGES = Shape.of(2, 32, 32, 3);
  private static final Model VGG = new Vgg();
  private static final Model RES_NET = new ResNet(8, 2, new ResNet().initializer());

  private static NormalizationScheme scheme(
      Normalization normalization, Position position, Sites sites) {
    return new NormalizationScheme(normalization, new Placement(position, sites));
  }

  private static NormalizationScheme before(Normalization normalization, Sites sites) {
    return scheme(normalization, Position.BEFORE_ACTIVATION, sites);
  }

  private static Stream<String> learned(Model model, NormalizationScheme scheme, String name) {
    return model.network(scheme, 10).parameters(IMAGES).paths().stream()
        .filter(path -> path.endsWith("." + name));
  }

  private static List<String> layers(Model model, NormalizationScheme scheme) {
    return ((Sequential) model.network(scheme, 10)).layers().paths();
  }

  @Test
  void everySiteBeforeItsActivationIsUsual() {
    NormalizationScheme usual = new NormalizationScheme(new BatchNorm());
    assertThat(usual).isEqualTo(before(new BatchNorm(), new EverySite(1)));
    assertThat(layers(VGG, usual)).startsWith("conv1", "norm1", "relu1", "pool1", "conv2", "norm2");
    assertThat(learned(VGG, usual, "scale")).hasSize(8);
    assertThat(learned(RES_NET, usual, "scale"))
        .containsExactly(
            "norm1.scale",
            "block1.norm1.scale",
            "block1.norm2.scale",
            "block2.norm1.scale",
            "block2.norm2.scale",
            "block3.norm1.scale",
            "block3.norm2.scale");
  }

  @Test
  void anActivationFunctionMayComeFirst() {
    NormalizationScheme after = scheme(new BatchNorm(), Position.AFTER_ACTIVATION, new EverySite());
    assertThat(layers(VGG, after)).startsWith("conv1", "relu1", "norm1", "pool1", "conv2", "relu2");
    assertThat(layers(new MultilayerPerceptron(), after))
        .containsExactly(
            "flatten",
            "dense1",
            "activation1",
            "norm1",
            "dense2",
            "activation2",
            "norm2",
            "dense3");
    assertThat(layers(new DeepLinear(2, 5, new DeepLinear().initializer()), after))
        .containsExactly("flatten", "dense1", "norm1", "dense2");
  }

  @Test
  void everySecondSiteKeepsTheNumbersOfItsLayers() {
    NormalizationScheme second = before(new BatchNorm(), new EverySite(2));
    assertThat(learned(VGG, second, "scale"))
        .containsExactly("norm2.scale", "norm4.scale", "norm6.scale", "norm8.scale");
    assertThat(learned(RES_NET, second, "scale"))
        .containsExactly("block1.norm1.scale", "block2.norm1.scale", "block3.norm1.scale");
    assertThat(layers(VGG, second)).isEqualTo(layers(VGG, new NormalizationScheme()));
  }

  @Test
  void theLastSiteIsTheOneNearestToTheOutput() {
    NormalizationScheme last = before(new LayerNorm(), new LastSite());
    assertThat(learned(VGG, last, "scale")).containsExactly("norm8.scale");
    assertThat(learned(RES_NET, last, "scale")).containsExactly("block3.norm2.scale");
    assertThat(learned(new MultilayerPerceptron(), last, "scale")).containsExactly("norm2.scale");
  }

  @Test
  void weightsAreRewrittenWhereTheyAre() {
    NormalizationScheme last = before(new WeightNorm(), new LastSite());
    assertThat(learned(VGG, last, "scale")).containsExactly("conv8.scale");
    assertThat(learned(RES_NET, new NormalizationScheme(new WeightNorm()), "scale"))
        .startsWith("conv1.scale", "block1.conv1.scale", "block1.conv2.scale")
        .hasSize(7);
  }

  /** A bias stands where its effect is not taken away again. */
  @Test
  void aResidualNetworkHasTheBiasesItNeeds() {
    assertThat(learned(RES_NET, new NormalizationScheme(new BatchNorm()), "bias"))
        .containsExactly("dense.bias");
    for (Normalization other : List.of(new None(), new LayerNorm(), new WeightNorm())) {
      assertThat(learned(RES_NET, new NormalizationScheme(other), "bias"))
          .as(other.toString())
          .hasSize(8);
    }
    assertThat(learned(RES_NET, before(new BatchNorm(), new LastSite()), "bias"))
        .hasSize(7)
        .doesNotContain("block3.conv2.bias");
    assertThat(
            learned(
                RES_NET,
                scheme(new BatchNorm(), Position.AFTER_ACTIVATION, new EverySite()),
                "bias"))
        .containsExactly(
            "conv1.bias",
            "block1.conv1.bias",
            "block2.conv1.bias",
            "block3.conv1.bias",
            "dense.bias");
    assertThat(learned(VGG, new NormalizationScheme(new BatchNorm()), "bias")).hasSize(11);
  }

  @Test
  void aNormalizationThatWouldStandNowhereIsRefused() {
    NormalizationScheme far = before(new BatchNorm(), new EverySite(9));
    assertThatThrownBy(() -> VGG.network(far, 10))
        .hasMessage(
            "NormalizationScheme: at least one of the 8 sites of the network must be normalized, but EverySite[every=9] has none of them. To fix: choose other sites, or a deeper network.");
    MultilayerPerceptron shallow =
        new MultilayerPerceptron(List.of(), new Relu(), new MultilayerPerceptron().initializer());
    assertThatThrownBy(() -> shallow.network(new NormalizationScheme(new BatchNorm()), 10))
        .hasMessageContaining("at least one of the 0 sites");
    assertThat(layers(shallow, before(new None(), new EverySite(9))))
        .containsExactly("flatten", "dense1");
  }

  @Test
  void sitesAreCountedFromOne() {
    assertThatThrownBy(() -> new EverySite(0))
        .hasMessage(
            "EverySite: every must be at least 1, but it is 0. To fix: set a value that is allowed.");
  }
}
