package org.normscape.contract.cases;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.composite.Damping;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Softplus;
import org.normscape.nn.initialization.Glorot;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.Over;
import org.normscape.norm.RunningVariance;
import org.normscape.norm.activated.EvoNormB0;
import org.normscape.norm.activated.EvoNormB1;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.activated.EvoNormS2;
import org.normscape.norm.activated.ProxyNorm;
import org.normscape.norm.batch.BatchRenorm;
import org.normscape.norm.batch.Centering;
import org.normscape.norm.batch.GhostBatchNorm;
import org.normscape.norm.batch.IterNorm;
import org.normscape.norm.batch.LpBatchNorm;
import org.normscape.norm.batch.NoisyBatchNorm;
import org.normscape.norm.batch.Power;
import org.normscape.norm.batch.RangeBatchNorm;
import org.normscape.norm.batch.RenormRamp;
import org.normscape.norm.batch.SwitchNorm;
import org.normscape.norm.conditional.ConditionalNorm;
import org.normscape.norm.elementwise.Derf;
import org.normscape.norm.elementwise.DyIsru;
import org.normscape.norm.example.AdaNorm;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.norm.example.PartialRmsNorm;
import org.normscape.norm.example.RmsNorm;
import org.normscape.norm.response.DivisiveNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.norm.response.LocalResponseNorm;
import org.normscape.norm.response.WindowSum;

/** The rows for networks with a normalization of each family behind a convolution. */
final class NormalizedNetworks {

  private static final Shape IMAGES = Shape.of(4, 3, 3, 2);

  /**
   * Without a bias, whose gradient would be a sum of what cancels wherever a mean is taken away.
   */
  private static final Conv2d CONVOLUTION =
      new Conv2d(4, 3, 3, Stride.of(1), PaddingPolicy.same(), Bias.WITHOUT, Glorot.uniform());

  private NormalizedNetworks() {}

  static Stream<Case> all() {
    List<Layer> normalizations =
        List.of(
            BatchNorm.equinoxEma(),
            new GhostBatchNorm(2),
            new NoisyBatchNorm(),
            new BatchRenorm(3, 5, new RenormRamp(0, 2, 4), 0.1, 0.9, Affine.WITH),
            new RangeBatchNorm(),
            new ConditionalNorm(),
            new LpBatchNorm(Power.TWO, Centering.UNCENTERED),
            new SwitchNorm(),
            new IterNorm(2, 3, 0.1, 0.9, Affine.WITH),
            new RmsNorm(0.1, Damping.UNDER_ROOT, Over.PLACE, Affine.UNIT_OFFSET),
            new PartialRmsNorm(0.5, 0.1, Affine.SCALE_ONLY),
            new AdaNorm(),
            GroupNorm.onnx18(2),
            new InstanceNorm(),
            new LocalResponseNorm(3, 0.5, 0.75, 1, WindowSum.SUM),
            new GlobalResponseNorm(),
            new DivisiveNorm(3, 3, 1, Affine.WITH),
            new EvoNormB0(0.1, 0.9, RunningVariance.UNBIASED),
            new EvoNormB1(0.3, 0.9, RunningVariance.UNBIASED),
            new EvoNormS0(2, 0.1),
            new EvoNormS2(2, 0.1),
            new ProxyNorm(1, 0.1, 0.1, 4, new Softplus()),
            new Derf(),
            new DyIsru());
    return normalizations.stream().map(NormalizedNetworks::row);
  }

  private static Case row(Layer normalization) {
    Layer network =
        Sequential.of(CONVOLUTION, normalization, new Softplus(), new Flatten(), Dense.of(2));
    String name = "network with " + normalization.getClass().getSimpleName();
    return new LayerCase(network, IMAGES, Statistics.BATCH).named(name, NetworkCases.NETWORK);
  }
}
