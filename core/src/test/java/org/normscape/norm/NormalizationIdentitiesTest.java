package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.composite.Damping;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Fixed;
import org.normscape.nn.Identity;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.activated.EvoNormS1;
import org.normscape.norm.batch.BatchChannelNorm;
import org.normscape.norm.batch.BatchGroupNorm;
import org.normscape.norm.batch.BatchInstanceNorm;
import org.normscape.norm.batch.BatchRenorm;
import org.normscape.norm.batch.Centering;
import org.normscape.norm.batch.GhostBatchNorm;
import org.normscape.norm.batch.IterNorm;
import org.normscape.norm.batch.LpBatchNorm;
import org.normscape.norm.batch.MeanOnlyBatchNorm;
import org.normscape.norm.batch.Power;
import org.normscape.norm.batch.RangeBatchNorm;
import org.normscape.norm.batch.RenormRamp;
import org.normscape.norm.batch.ScaleOf;
import org.normscape.norm.batch.ScaleOnlyBatchNorm;
import org.normscape.norm.batch.SwitchNorm;
import org.normscape.norm.conditional.ConditionalNorm;
import org.normscape.norm.elementwise.Derf;
import org.normscape.norm.elementwise.DyIsru;
import org.normscape.norm.elementwise.DyT;
import org.normscape.norm.example.AdaNorm;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.norm.example.PartialRmsNorm;
import org.normscape.norm.example.PositionalNorm;
import org.normscape.norm.example.RmsNorm;
import org.normscape.norm.example.ScaleNorm;
import org.normscape.norm.response.DivisiveNorm;
import org.normscape.norm.response.FilterActivation;
import org.normscape.norm.response.FilterEpsilon;
import org.normscape.norm.response.FilterResponseNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.norm.response.ThresholdedLinear;

/**
 * What normalizations have in common, and what they do not see; each up to the third derivative.
 */
class NormalizationIdentitiesTest {

  private static final double[] BATCH_MEAN = {-0.605, -0.34, -0.075, 0.4425, 0.96, 1.225};
  private static final double[] BATCH_VARIANCE = {
    1.366375, 1.2376, 1.366375, 1.44149375, 1.2376, 1.366375
  };

  /** Takes away the mean of the channels at each place. */
  private record CenteredPlaces() implements Fixed {
    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public Tensor apply(Tensor x) {
      int last = x.shape().rank() - 1;
      return x.minus(x.mean(List.of(last)).broadcast(x.shape(), List.of(last)));
    }
  }

  private static Arguments same(String why, Layer first, Layer second) {
    return same(why, first, Map.of(), second);
  }

  private static Arguments same(
      String why, Layer first, Map<String, double[]> given, Layer second) {
    return arguments(why, first, given, second);
  }

  private static BatchRenorm ramped() {
    return new BatchRenorm(3, 5, new RenormRamp(10, 20, 20), 1e-3, 0.99, Affine.WITH);
  }

  private static SwitchNorm switchNorm() {
    return new SwitchNorm();
  }

  private static Map<String, double[]> oneHot(int which) {
    double[] weights = NormedImage.values(3, k -> k == which ? 60 : 0);
    return Map.of("mean-weight", weights, "variance-weight", weights);
  }

  static Stream<Arguments> identities() {
    Layer centered = new MeanOnlyBatchNorm(0.9, Affine.WITHOUT);
    LpBatchNorm uncentered = new LpBatchNorm(Power.TWO, Centering.UNCENTERED, 0, 0.9, Affine.WITH);
    LpBatchNorm two = new LpBatchNorm(Power.TWO, Centering.CENTERED, 0, 0.9, Affine.WITH);
    BatchNorm noEpsilon = new BatchNorm(-1, 0, 0.9, RunningVariance.BIASED, Affine.WITH);
    double[] deviation = Arrays.stream(BATCH_VARIANCE).map(v -> Math.sqrt(v + 1e-5)).toArray();
    return Stream.of(
        same("one group is a whole example", new GroupNorm(1), new LayerNorm()),
        same("a group a channel is an instance", new GroupNorm(6), new InstanceNorm()),
        same("more groups than channels", new GroupNorm(), new InstanceNorm()),
        same(
            "more groups than channels to whiten",
            new IterNorm(32, 5, 1e-5, 0.9, Affine.WITH),
            new BatchNorm()),
        same(
            "places without scale and shift",
            new LayerNorm(1e-5, Over.PLACE, AffineShape.CHANNEL, Affine.WITHOUT),
            new PositionalNorm()),
        same(
            "a group a channel, over the batch",
            new BatchGroupNorm(6, 1e-5, 0.9, Affine.WITH),
            new BatchNorm()),
        same("one ghost is the batch", new GhostBatchNorm(4), new BatchNorm()),
        same("a ghost an example is an instance", new GhostBatchNorm(1), new InstanceNorm()),
        same(
            "nothing renormalized",
            new BatchRenorm(1, 0, 1e-3, 0.99, Affine.WITH),
            BatchNorm.keras()),
        same(
            "renormalized by its own statistics",
            new BatchRenorm(3, 5, 1e-5, 0.99, Affine.WITH),
            Map.of("mean", BATCH_MEAN, "deviation", deviation),
            new BatchNorm()),
        same(
            "bounds that have not grown",
            ramped(),
            Map.of("mean", BATCH_MEAN, "deviation", deviation),
            BatchNorm.keras()),
        same(
            "bounds that have grown",
            ramped(),
            Map.of("batches", new double[] {30}),
            new BatchRenorm(3, 5, 1e-3, 0.99, Affine.WITH)),
        same(
            "bounds half grown",
            ramped(),
            Map.of("batches", new double[] {15}),
            new BatchRenorm(2, 2.5, 1e-3, 0.99, Affine.WITH)),
        same("a scale a group, a group a channel", GroupNorm.onnx18(6), new InstanceNorm()),
        same(
            "all of the channels",
            new PartialRmsNorm(1, 1e-8, Affine.SCALE_ONLY),
            RmsNorm.ofAuthors()),
        same("nothing scaled down", new AdaNorm(0, 1, 1e-5), new PositionalNorm()),
        same("a gate of slope 1", new EvoNormS0(3, 1e-5), new EvoNormS1(3, 1e-5)),
        same(
            "linear maps that are 0",
            new ConditionalNorm(),
            new BatchNorm(-1, 1e-5, 0.9, RunningVariance.BIASED, Affine.WITHOUT)),
        same("switched to instances", switchNorm(), oneHot(0), new InstanceNorm()),
        same("switched to examples", switchNorm(), oneHot(1), new LayerNorm()),
        same("switched to the batch", switchNorm(), oneHot(2), new BatchNorm()),
        same("all of the batch's share", new BatchInstanceNorm(), new BatchNorm()),
        same(
            "none of the batch's share",
            new BatchInstanceNorm(),
            Map.of("share", new double[6]),
            new InstanceNorm()),
        same(
            "none of the batch's share, of examples",
            new BatchChannelNorm(),
            Map.of("share", new double[6]),
            new LayerNorm()),
        same("whitened alone", new IterNorm(6, 5, 1e-5, 0.9, Affine.WITH), new BatchNorm()),
        same("centred deviation of power 2", two, noEpsilon),
        same(
            "deviation of what has mean 0",
            Sequential.of(centered, uncentered),
            Map.of("1.scale", NormedImage.scale()),
            noEpsilon),
        same(
            "mean, then scale",
            Sequential.of(
                centered, new ScaleOnlyBatchNorm(ScaleOf.MEAN_SQUARE, 1e-5, 0.9, Affine.WITH)),
            new BatchNorm()),
        same(
            "root mean square of what is centred",
            Sequential.of(new CenteredPlaces(), new RmsNorm()),
            new LayerNorm(1e-6, Over.PLACE, AffineShape.CHANNEL, Affine.SCALE_ONLY)),
        same(
            "scale stored as what is added to 1",
            RmsNorm.gemma(),
            Map.of("scale", NormedImage.values(6, c -> 0.1 * c)),
            new RmsNorm()),
        same(
            "scale of each element",
            LayerNorm.ofElements(),
            Map.of(
                "scale", NormedImage.values(24, i -> 1 + 0.1 * (i % 6)),
                "shift", NormedImage.values(24, i -> 0.05 * (i % 6) - 0.2)),
            new LayerNorm()),
        same(
            "one length",
            new ScaleNorm(1e-30),
            Map.of("scale", new double[] {Math.sqrt(6)}),
            new RmsNorm(0, Damping.UNDER_ROOT, Over.PLACE, Affine.WITHOUT)),
        same(
            "windows over all",
            new DivisiveNorm(5, 5, 0.1, Affine.WITH),
            new LayerNorm(0.01, Affine.WITH)),
        same(
            "no threshold",
            Sequential.of(new FilterResponseNorm(), new ThresholdedLinear()),
            Map.of("1.threshold", NormedImage.values(6, c -> -1e9)),
            new FilterResponseNorm()),
        same(
            "epsilon at its first value",
            new FilterResponseNorm(
                1e-4, FilterEpsilon.LEARNED, FilterActivation.OF_NETWORK, Affine.WITH),
            new FilterResponseNorm(
                1e-4, FilterEpsilon.FIXED, FilterActivation.OF_NETWORK, Affine.WITH)),
        same(
            "no response",
            new GlobalResponseNorm(),
            Map.of("scale", new double[6], "shift", new double[6]),
            new Identity()),
        same("running statistics of the first batch", BatchNorm.equinoxEma(), new BatchNorm()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("identities")
  void areTheSame(String why, Layer first, Map<String, double[]> given, Layer second) {
    NormedImage one = NormedImage.of(first, given);
    NormedImage other = NormedImage.of(second, Map.of());
    assertThat(one.y()).containsExactly(other.y(), within(1e-12));
    assertThat(one.derivatives()).containsExactly(other.derivatives(), within(1e-9));
  }

  static Stream<Layer> scaleInvariant() {
    return Stream.concat(
        centredPerChannel(),
        Stream.of(
            new LayerNorm(0, Affine.WITH),
            new LayerNorm(0, Over.PLACE, AffineShape.CHANNEL, Affine.WITH),
            new GroupNorm(2, 0, Affine.WITH),
            new PositionalNorm(0),
            new PartialRmsNorm(0.5, 0, Affine.SCALE_ONLY),
            new RmsNorm(0, Damping.UNDER_ROOT, Over.EXAMPLE, Affine.SCALE_ONLY),
            new RmsNorm(0, Damping.BEHIND_ROOT, Over.PLACE, Affine.SCALE_ONLY),
            new SwitchNorm(0, 0.9, Affine.WITH),
            new ScaleOnlyBatchNorm(ScaleOf.MEAN_SQUARE, 0, 0.9, Affine.WITH),
            new ScaleOnlyBatchNorm(ScaleOf.VARIANCE, 0, 0.9, Affine.WITH),
            new LpBatchNorm(Power.ONE, Centering.UNCENTERED, 0, 0.9, Affine.WITH),
            new LpBatchNorm(Power.TWO, Centering.UNCENTERED, 0, 0.9, Affine.WITH),
            new LpBatchNorm(Power.INFINITY, Centering.UNCENTERED, 0, 0.9, Affine.WITH),
            new FilterResponseNorm(
                0, FilterEpsilon.FIXED, FilterActivation.OF_NETWORK, Affine.WITH)));
  }

  @ParameterizedTest
  @MethodSource("scaleInvariant")
  void doesNotSeeTheScaleOfItsInput(Layer layer) {
    unchanged(layer, x -> Arrays.stream(x).map(v -> 3.7 * v).toArray(), 3.7);
  }

  static Stream<Layer> centredPerChannel() {
    return Stream.of(
        new BatchNorm(-1, 0, 0.9, RunningVariance.BIASED, Affine.WITH),
        new GhostBatchNorm(2, 0, new RunningStatistics(), Affine.WITH),
        new InstanceNorm(0, Affine.WITH),
        new IterNorm(2, 5, 0, 0.9, Affine.WITH),
        new RangeBatchNorm(0, 0.9, Affine.WITH),
        new LpBatchNorm(Power.ONE, Centering.CENTERED, 0, 0.9, Affine.WITH),
        new LpBatchNorm(Power.TWO, Centering.CENTERED, 0, 0.9, Affine.WITH),
        new LpBatchNorm(Power.INFINITY, Centering.CENTERED, 0, 0.9, Affine.WITH));
  }

  @ParameterizedTest
  @MethodSource("centredPerChannel")
  void doesNotSeeWhatABiasAdds(Layer layer) {
    unchanged(layer, NormalizationIdentitiesTest::withBias, 1);
  }

  @Test
  void meanOnlyDoesNotSeeWhatABiasAdds() {
    unchanged(new MeanOnlyBatchNorm(), NormalizationIdentitiesTest::withBias, 1);
  }

  private static Arguments per(String set, IntUnaryOperator number, Layer layer) {
    return arguments(layer, set, number);
  }

  /** Those that are centred, each with the number of the set of statistics an element is in. */
  static Stream<Arguments> centredPerSet() {
    IntUnaryOperator example = i -> i / 24;
    IntUnaryOperator place = i -> i / NormedImage.CHANNELS;
    IntUnaryOperator group = i -> 2 * (i / 24) + i % 6 / 3;
    IntUnaryOperator instance = i -> 6 * (i / 24) + i % 6;
    return Stream.of(
        per("example", example, new LayerNorm(0, Affine.WITH)),
        per("example", example, new DivisiveNorm(5, 5, 0.1, Affine.WITH)),
        per("place", place, new LayerNorm(0, Over.PLACE, AffineShape.CHANNEL, Affine.WITH)),
        per("place", place, new PositionalNorm(0)),
        per("place", place, new AdaNorm(0.1, 1, 0)),
        per("group", group, new GroupNorm(2, 0, Affine.WITH)),
        per("instance", instance, new InstanceNorm(0, Affine.WITH)),
        per("ghost", i -> 6 * (i / 48) + i % 6, new GhostBatchNorm(2)),
        per("group of channels", i -> i % 6 / 3, new BatchGroupNorm(2, 0, 0.9, Affine.WITH)),
        per("half a channel", i -> i % 24 / 12, new BatchGroupNorm(12, 0, 0.9, Affine.WITH)),
        per("all", i -> 0, new SwitchNorm(0, 0.9, Affine.WITH)),
        per("all", i -> 0, new BatchInstanceNorm(0, 0.9, Affine.WITH)),
        per("all", i -> 0, new BatchChannelNorm(0, 0.9, Affine.WITH)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("centredPerSet")
  void doesNotSeeWhatIsAddedToEachSet(Layer layer, String set, IntUnaryOperator number) {
    unchanged(
        layer,
        x -> NormedImage.values(x.length, i -> x[i] + Math.cos(2 * number.applyAsInt(i))),
        1);
  }

  private static double[] withBias(double[] x) {
    return NormedImage.values(x.length, i -> x[i] + 0.7 * (i % 6) - 1);
  }

  /** Of an image in which no two elements are equal. */
  private static void unchanged(Layer layer, UnaryOperator<double[]> change, double factor) {
    double[] moved = Arrays.stream(NormedImage.direction()).map(v -> factor * v).toArray();
    double[] x = NormedImage.x();
    Arrays.setAll(x, i -> x[i] + 0.1 * Math.sin(i * i));
    NormedImage before = NormedImage.of(layer, Map.of(), x, NormedImage.direction());
    NormedImage after = NormedImage.of(layer, Map.of(), change.apply(x), moved);
    assertThat(after.y()).containsExactly(before.y(), within(1e-12));
    assertThat(after.derivatives()).containsExactly(before.derivatives(), within(1e-8));
  }

  @Test
  void isruStaysBelowTheRootOfTheChannels() {
    double[] far = Arrays.stream(NormedImage.x()).map(v -> 1e3 * v).toArray();
    double[] y =
        NormedImage.of(new DyIsru(Affine.WITHOUT), Map.of(), far, NormedImage.direction()).y();
    assertThat(Arrays.stream(y).map(Math::abs).max().orElseThrow())
        .isCloseTo(Math.sqrt(6), within(1e-4))
        .isLessThan(Math.sqrt(6));
  }

  /** Slope α · scale for tanh, and the same for erf with √π / 2 times that α. */
  @Test
  void standInsAreLinearNearZero() {
    double[] small = Arrays.stream(NormedImage.x()).map(v -> 1e-6 * v).toArray();
    double[] tanh = near(new DyT(0.5, Affine.SCALE_ONLY), small);
    double[] erf = near(new Derf(0.5 * Math.sqrt(Math.PI) / 2, Affine.SCALE_ONLY), small);
    for (int i = 0; i < small.length; i++) {
      assertThat(tanh[i]).isCloseTo(0.5 * (1 + 0.1 * (i % 6)) * small[i], within(1e-16));
      assertThat(erf[i]).isCloseTo(tanh[i], within(1e-16));
    }
  }

  private static double[] near(Layer layer, double[] x) {
    return NormedImage.of(layer, Map.of(), x, NormedImage.direction()).y();
  }
}
