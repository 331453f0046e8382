package org.normscape.model.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.model.ResNet;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.He;
import org.normscape.nn.initialization.Initialization;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.place.EverySite;
import org.normscape.norm.place.Placement;
import org.normscape.norm.place.Position;
import org.normscape.norm.weight.ScaledWeightStandardization;
import org.normscape.norm.weight.WeightNorm;
import org.normscape.params.Parameters;

/** What the networks of each kind of block learn, in order, and where they start. */
class ResidualBlockTest {

  private static final Shape IMAGES = Shape.of(2, 8, 8, 3);

  private static Sequential network(ResidualBlock block, Normalization normalization, int depth) {
    return (Sequential)
        new ResNet(depth, 2, He.normal(), block)
            .network(new NormalizationScheme(normalization), 10);
  }

  private static List<String> learned(ResidualBlock block, Normalization normalization) {
    return network(block, normalization, 8).parameters(IMAGES).paths();
  }

  /** The activations of the network, in order: what it consists of. */
  private static List<String> layers(ResidualBlock block, NormalizationScheme scheme) {
    Layer network = new ResNet(8, 2, He.normal(), block).network(scheme, 10);
    return output(network).paths().stream().filter(path -> !path.equals("y")).toList();
  }

  /** Output and activations of a network at its start. */
  private static Parameters<double[]> output(Layer network) {
    Parameters<double[]> values =
        Parameters.of("x", Numbers.normal(new TensorType(DType.FLOAT64, IMAGES), "x"))
            .and(Initialization.values(network.parameters(IMAGES), 3).within("parameters"))
            .and(Initialization.values(network.state(IMAGES), 3).within("state"));
    Parameters<TensorType> types =
        Parameters.of("x", new TensorType(DType.FLOAT64, IMAGES))
            .and(
                network
                    .parameters(IMAGES)
                    .map(spec -> spec.type(DType.FLOAT64))
                    .within("parameters"))
            .and(network.state(IMAGES).map(spec -> spec.type(DType.FLOAT64)).within("state"));
    return Numbers.run(
        types,
        in -> {
          Call call = Call.of(in.under("parameters"), in.under("state"), Statistics.BATCH);
          Applied applied = network.apply(call, in.get("x"));
          return Parameters.of("y", applied.output()).and(applied.activations());
        },
        values);
  }

  @Test
  void theOriginalBlockIsUsual() {
    assertThat(new ResNet(8, 2, He.normal()).block()).isEqualTo(new PostActivation());
    assertThat(layers(new PostActivation(), new NormalizationScheme(new BatchNorm())))
        .startsWith(
            "conv1",
            "norm1",
            "relu1",
            "block1.conv1",
            "block1.norm1",
            "block1.relu1",
            "block1.conv2",
            "block1.norm2",
            "block1",
            "block-relu1",
            "block2.conv1");
  }

  @Test
  void preActivationMovesEveryNormalizationBehindTheSum() {
    assertThat(layers(new PreActivation(), new NormalizationScheme(new BatchNorm())))
        .containsExactly(
            ("conv1 norm1 relu1"
                    + " block1.conv1 block1.norm1 block1.relu1 block1.conv2 block1"
                    + " block2.norm1 block2.relu1 block2.conv1 block2.norm2 block2.relu2"
                    + " block2.conv2 block2.shortcut block2"
                    + " block3.norm1 block3.relu1 block3.conv1 block3.norm2 block3.relu2"
                    + " block3.conv2 block3.shortcut block3"
                    + " norm2 relu2 pool dense")
                .split(" "));
    assertThat(learned(new PreActivation(), new BatchNorm()))
        .as("as many as the original")
        .hasSameSizeAs(learned(new PostActivation(), new BatchNorm()))
        .filteredOn(path -> path.endsWith("bias"))
        .containsExactly("dense.bias");
  }

  @Test
  void normalizationMayStandBehindRelu() {
    NormalizationScheme after =
        new NormalizationScheme(
            new BatchNorm(), new Placement(Position.AFTER_ACTIVATION, new EverySite()));
    assertThat(layers(new PreActivation(), after))
        .containsSubsequence("block2.relu1", "block2.norm1", "block2.conv1", "block2.relu2")
        .containsSubsequence("block3", "relu2", "norm2", "pool");
  }

  @Test
  void fixupLearnsNumbersInPlaceOfNormalizations() {
    assertThat(learned(new Fixup(), new None()))
        .startsWith(
            "conv1.weight",
            "bias1.bias",
            "block1.bias1.bias",
            "block1.conv1.weight",
            "block1.bias2.bias",
            "block1.bias3.bias",
            "block1.conv2.weight",
            "block1.multiplier.scale",
            "block1.bias4.bias",
            "block2.bias1.bias")
        .endsWith("bias2.bias", "dense.weight", "dense.bias");
  }

  /** L = 3 blocks: the first convolutions start √3 smaller, the second at 0. */
  @Test
  void fixupStartsSmaller() {
    Parameters<double[]> usual =
        Initialization.values(network(new PostActivation(), new None(), 8).parameters(IMAGES), 3);
    Parameters<double[]> fixup =
        Initialization.values(network(new Fixup(), new None(), 8).parameters(IMAGES), 3);
    double[] smaller =
        Arrays.stream(usual.get("block2.conv1.weight")).map(w -> w / Math.sqrt(3)).toArray();
    assertThat(fixup.get("block2.conv1.weight")).containsExactly(smaller, within(1e-15));
    assertThat(fixup.get("conv1.weight")).containsExactly(usual.get("conv1.weight"));
    assertThat(fixup.get("block2.conv2.weight")).containsOnly(0);
    assertThat(fixup.get("dense.weight")).containsOnly(0);
    assertThat(fixup.get("block3.multiplier.scale")).containsExactly(1);
  }

  static Stream<ResidualBlock> identities() {
    return Stream.of(
        new SkipInit(),
        new SkipInit(new PostActivation(), 0),
        new LayerScale(new PreActivation(), 0),
        new ZeroScale());
  }

  /** A block that starts as its shortcut gives its input back, or a relu of what is one already. */
  @ParameterizedTest
  @MethodSource("identities")
  void aNetworkStartsAsItsShortcuts(ResidualBlock block) {
    Parameters<double[]> at = output(network(block, new BatchNorm(), 14));
    assertThat(at.get("block2")).containsExactly(at.get("block1"));
    assertThat(at.get("block4")).containsExactly(at.get("block3"));
    assertThat(Arrays.stream(at.get("block4")).map(Math::abs).sum()).isGreaterThan(1);
  }

  @Test
  void branchesEndWithTheirFactors() {
    assertThat(learned(new SkipInit(), new None())).contains("block1.multiplier.scale");
    assertThat(learned(new LayerScale(), new None())).contains("block3.layer-scale.scale");
    Layer scaled = network(new LayerScale(), new None(), 8);
    assertThat(scaled.parameters(IMAGES).get("block3.layer-scale.scale").shape())
        .isEqualTo(Shape.of(8));
    assertThat(Initialization.values(scaled.parameters(IMAGES), 1).get("block3.layer-scale.scale"))
        .containsOnly(1e-5);
    assertThat(learned(new ZeroScale(), new BatchNorm()))
        .isEqualTo(learned(new PostActivation(), new BatchNorm()));
  }

  @Test
  void zeroScaleTakesTheScaleOfAnyLastLayer() {
    Layer network = network(new ZeroScale(new PreActivation()), new WeightNorm(), 8);
    assertThat(Initialization.values(network.parameters(IMAGES), 1).get("block1.conv2.scale"))
        .containsOnly(0);
    assertThatThrownBy(() -> network(new ZeroScale(), new None(), 8).parameters(IMAGES))
        .hasMessage(
            "at block1.norm2: ZeroScale: the last layer of a branch must learn a \"scale\", but it learns []. To fix: normalize it, or use SkipInit.");
  }

  /** beta² = 1 + i alpha², from 1 again behind the first block of a stage. */
  @Test
  void aNormalizerFreeNetworkCountsItsVariance() {
    Sequential network = network(new NormalizerFree(0.5), new ScaledWeightStandardization(), 20);
    double[] squares = {1, 1.25, 1.5, 1.75, 1.25, 1.5, 1.75, 1.25, 1.5};
    Parameters<double[]> at = output(network);
    for (int block = 2; block <= squares.length; block++) {
      double before = at.get("block" + (block - 1))[3];
      assertThat(at.get("block" + block + ".downscale")[3])
          .isCloseTo(before / Math.sqrt(squares[block - 1]), within(1e-12));
    }
    assertThat(at.get("block4.shortcut")[0])
        .isCloseTo(at.get("block3")[0] / Math.sqrt(1.75), within(1e-12));
    assertThat(at.get("block2")[0])
        .as("a block adds half of its branch")
        .isCloseTo(at.get("block1")[0] + 0.5 * at.get("block2.conv2")[0], within(1e-12));
    assertThat(network.parameters(IMAGES).paths())
        .startsWith("conv1.weight", "conv1.bias", "conv1.scale", "block1.conv1.weight")
        .noneMatch(path -> path.contains("norm"));
  }

  @Test
  void areFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ResidualBlock.class))
        .containsExactlyInAnyOrder(
            new PostActivation(),
            new PreActivation(),
            new SkipInit(),
            new LayerScale(),
            new ZeroScale(),
            new Fixup(),
            new NormalizerFree());
  }

  static Stream<ResidualBlock> all() {
    return Stream.of(
        new PreActivation(),
        new Fixup(),
        new NormalizerFree(),
        new SkipInit(new PostActivation(), 0.3),
        new LayerScale(new NormalizerFree(), 0.3),
        new ZeroScale());
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasTheRightDerivatives(ResidualBlock block) {
    Layer network =
        new ResNet(8, 1, He.normal(), block).network(new NormalizationScheme(new BatchNorm()), 3);
    Numbers.checkDerivatives(network, Shape.of(2, 4, 4, 2), Statistics.BATCH);
  }
}
