package org.normscape.norm;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.composite.Damping;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Softplus;
import org.normscape.norm.activated.ChannelAffine;
import org.normscape.norm.activated.EvoNormB0;
import org.normscape.norm.activated.EvoNormB1;
import org.normscape.norm.activated.EvoNormB2;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.activated.EvoNormS1;
import org.normscape.norm.activated.EvoNormS2;
import org.normscape.norm.activated.ProxyNorm;
import org.normscape.norm.batch.BatchChannelNorm;
import org.normscape.norm.batch.BatchGroupNorm;
import org.normscape.norm.batch.BatchInstanceNorm;
import org.normscape.norm.batch.BatchRenorm;
import org.normscape.norm.batch.Centering;
import org.normscape.norm.batch.FrozenBatchNorm;
import org.normscape.norm.batch.FrozenSource;
import org.normscape.norm.batch.GhostBatchNorm;
import org.normscape.norm.batch.IterNorm;
import org.normscape.norm.batch.LpBatchNorm;
import org.normscape.norm.batch.MeanOnlyBatchNorm;
import org.normscape.norm.batch.NoisyBatchNorm;
import org.normscape.norm.batch.Power;
import org.normscape.norm.batch.RangeBatchNorm;
import org.normscape.norm.batch.RenormRamp;
import org.normscape.norm.batch.ScaleOf;
import org.normscape.norm.batch.ScaleOnlyBatchNorm;
import org.normscape.norm.batch.SwitchNorm;
import org.normscape.norm.conditional.ConditionalNorm;
import org.normscape.norm.conditional.PooledAffine;
import org.normscape.norm.elementwise.Derf;
import org.normscape.norm.elementwise.DyIsru;
import org.normscape.norm.elementwise.DyT;
import org.normscape.norm.example.AdaNorm;
import org.normscape.norm.example.GroupAffine;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.norm.example.PartialRmsNorm;
import org.normscape.norm.example.PositionalNorm;
import org.normscape.norm.example.RmsNorm;
import org.normscape.norm.example.ScaleNorm;
import org.normscape.norm.example.SeeDNorm;
import org.normscape.norm.response.DivisiveNorm;
import org.normscape.norm.response.FilterActivation;
import org.normscape.norm.response.FilterEpsilon;
import org.normscape.norm.response.FilterResponseNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.norm.response.LocalResponseNorm;
import org.normscape.norm.response.ThresholdedLinear;
import org.normscape.norm.response.WindowSum;

/** Normalizations at order 2, for each way to take statistics, state included. */
class NormalizationDerivativesTest {

  private static final Shape ROWS = Shape.of(6, 4);
  private static final Shape IMAGES = Shape.of(2, 3, 2, 4);
  private static final Shape ONE = Shape.of(2, 1);

  private static final Statistics[] MODES = Statistics.values();
  private static final double EPSILON = 0.1;

  /** Remembered over batches of more than one element. */
  private static Stream<Layer> batch() {
    return Stream.of(
        new BatchNorm(),
        BatchNorm.haiku(0.9),
        BatchNorm.equinoxBatch(),
        BatchNorm.equinoxEma(),
        new NoisyBatchNorm(),
        new GhostBatchNorm(2),
        new FrozenBatchNorm(),
        new FrozenBatchNorm(FrozenSource.RUNNING, 1e-5, new RunningStatistics(), Affine.WITH),
        new EvoNormB0(EPSILON, 0.9, RunningVariance.UNBIASED),
        new EvoNormB1(EPSILON, 0.9, RunningVariance.UNBIASED),
        new EvoNormB2(EPSILON, 0.9, RunningVariance.UNBIASED),
        new ConditionalNorm(),
        new IterNorm(2, 5, EPSILON, 0.9, Affine.WITH));
  }

  private static Stream<Layer> lp() {
    return Stream.of(Power.values())
        .flatMap(
            power ->
                Stream.of(Centering.values())
                    .map(from -> new LpBatchNorm(power, from, EPSILON, 0.9, Affine.WITH)));
  }

  private static Stream<Layer> everywhere() {
    return Stream.of(
        new GhostBatchNorm(
            1,
            EPSILON,
            new RunningStatistics(0.9, RunningVariance.BIASED, RunningStart.STANDARD),
            Affine.SHIFT_ONLY),
        new BatchRenorm(3, 5, EPSILON, 0.9, Affine.WITH),
        new BatchRenorm(3, 5, new RenormRamp(0, 2, 4), EPSILON, 0.9, Affine.WITH),
        new RangeBatchNorm(EPSILON, 0.9, Affine.WITH),
        new MeanOnlyBatchNorm(),
        new ScaleOnlyBatchNorm(ScaleOf.MEAN_SQUARE, EPSILON, 0.9, Affine.WITH),
        new ScaleOnlyBatchNorm(ScaleOf.VARIANCE, EPSILON, 0.9, Affine.WITH),
        new SwitchNorm(EPSILON, 0.9, Affine.WITH),
        new BatchInstanceNorm(EPSILON, 0.9, Affine.WITH),
        new BatchChannelNorm(EPSILON, 0.9, Affine.WITH),
        new BatchGroupNorm(1, EPSILON, 0.9, Affine.WITH),
        new IterNorm(1, 3, EPSILON, 0.9, Affine.WITH),
        new LayerNorm(),
        new LayerNorm(EPSILON, Over.PLACE, AffineShape.ELEMENT, Affine.UNIT_OFFSET),
        new InstanceNorm(EPSILON, Affine.WITH),
        new GroupNorm(1, EPSILON, Affine.WITH),
        new PositionalNorm(EPSILON),
        new RmsNorm(EPSILON, Damping.UNDER_ROOT, Over.PLACE, Affine.SCALE_ONLY),
        new RmsNorm(EPSILON, Damping.UNDER_ROOT, Over.EXAMPLE, Affine.WITHOUT),
        new PartialRmsNorm(0.5, EPSILON, Affine.SCALE_ONLY),
        new AdaNorm(0.1, 2, EPSILON),
        new ScaleNorm(),
        new SeeDNorm(EPSILON),
        new LocalResponseNorm(3, 1, 0.75, 1, WindowSum.MEAN),
        new LocalResponseNorm(4, 1, 0.5, 2, WindowSum.SUM),
        filter(FilterEpsilon.FIXED),
        filter(FilterEpsilon.LEARNED),
        new ThresholdedLinear(),
        new GlobalResponseNorm(EPSILON),
        new DivisiveNorm(3, 1, 0.5, Affine.WITH),
        new EvoNormS0(1, EPSILON),
        new EvoNormS1(1, EPSILON),
        new EvoNormS2(1, EPSILON),
        new ConditionalNorm(new InstanceNorm(EPSILON, Affine.WITHOUT), new PooledAffine()),
        new ProxyNorm(1, EPSILON, EPSILON, 5, new Softplus()),
        new ChannelAffine(),
        new DyT(),
        new Derf(),
        new DyIsru());
  }

  private static Layer filter(FilterEpsilon epsilon) {
    return new FilterResponseNorm(EPSILON, epsilon, FilterActivation.OF_NETWORK, Affine.WITH);
  }

  private static Stream<Layer> grouped() {
    return Stream.of(
        new GroupNorm(2),
        new GroupNorm(4, EPSILON, Affine.WITHOUT),
        new GroupNorm(2, EPSILON, GroupAffine.GROUP, Affine.WITH),
        new BatchGroupNorm(4, EPSILON, 0.9, Affine.SCALE_ONLY),
        new EvoNormS0(2, EPSILON),
        new EvoNormS1(2, EPSILON),
        new EvoNormS2(2, EPSILON),
        new ProxyNorm(2, EPSILON, EPSILON, 4, new Softplus()));
  }

  static Stream<Arguments> normalizations() {
    BatchNorm first = new BatchNorm(1, 1e-3, 0.9, RunningVariance.BIASED, Affine.WITHOUT);
    return Stream.of(
            Stream.concat(Stream.concat(batch(), lp()), Stream.concat(everywhere(), grouped()))
                .flatMap(layer -> on(layer, ROWS, IMAGES)),
            everywhere().flatMap(layer -> on(layer, ONE)),
            on(first, Shape.of(3, 2, 3), ONE))
        .flatMap(rows -> rows)
        .flatMap(row -> Stream.of(MODES).map(mode -> arguments(row.get()[0], row.get()[1], mode)));
  }

  private static Stream<Arguments> on(Layer layer, Shape... inputs) {
    return List.of(inputs).stream().map(input -> arguments(layer, input));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void hasTheRightDerivatives(Layer normalization, Shape input, Statistics statistics) {
    Numbers.checkDerivatives(normalization, input, statistics);
  }
}
