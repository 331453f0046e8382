package org.normscape.bench.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.WeightNormalization;
import org.normscape.norm.activated.EvoNormB0;
import org.normscape.norm.activated.EvoNormB1;
import org.normscape.norm.activated.EvoNormB2;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.activated.EvoNormS1;
import org.normscape.norm.activated.EvoNormS2;
import org.normscape.norm.batch.BatchRenorm;
import org.normscape.norm.batch.Centering;
import org.normscape.norm.batch.FrozenBatchNorm;
import org.normscape.norm.batch.GhostBatchNorm;
import org.normscape.norm.batch.LpBatchNorm;
import org.normscape.norm.batch.MeanOnlyBatchNorm;
import org.normscape.norm.batch.Power;
import org.normscape.norm.batch.RangeBatchNorm;
import org.normscape.norm.batch.ScaleOf;
import org.normscape.norm.batch.ScaleOnlyBatchNorm;
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
import org.normscape.norm.response.FilterResponseNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.norm.response.LocalResponseNorm;
import org.normscape.norm.response.ThresholdedLinear;
import org.normscape.norm.weight.ScaledWeightStandardization;
import org.normscape.norm.weight.SpectralNorm;
import org.normscape.norm.weight.WeightNorm;
import org.normscape.norm.weight.WeightStandardization;

/**
 * Normalizations, their gradients and their Hessian-vector products are what libtorch's own layers
 * and its own differentiation give, in float64. Where libtorch has no layer of that name, its
 * operations are put together as PyTorch's or timm's code does.
 */
class LibtorchWitnessTest {

  private static final Shape ROWS = Shape.of(8, 6);
  private static final Shape IMAGES = Shape.of(4, 3, 2, 6);

  private static final String AFFINE =
      "y = z * torch.reshape(scale, [1, -1, 1, 1]) + torch.reshape(shift, [1, -1, 1, 1])";
  private static final String MEAN_SQUARE = "m = torch.mean(x * x, [2, 3], True)";

  private static Stream<Arguments> on(
      Statistics statistics, Layer layer, List<Shape> inputs, String... torch) {
    return inputs.stream()
        .map(input -> arguments(new Witnessed(layer, statistics, input, List.of(torch))));
  }

  private static Stream<Arguments> on(Layer layer, String... torch) {
    return on(Statistics.BATCH, layer, List.of(ROWS, IMAGES), torch);
  }

  private static Stream<Arguments> onImages(Layer layer, String... torch) {
    return on(Statistics.BATCH, layer, List.of(IMAGES), torch);
  }

  /** libtorch's own layers. */
  static Stream<Arguments> layers() {
    return Stream.of(
            on(new BatchNorm(), batchNorm("scale, shift, mean, variance", true, 1e-5)),
            on(
                Statistics.RUNNING,
                new BatchNorm(),
                List.of(ROWS, IMAGES),
                batchNorm("scale, shift, mean, variance", false, 1e-5)),
            on(new LayerNorm(), "y = torch.group_norm(x, 1, scale, shift, 1e-5, False)"),
            onImages(
                LayerNorm.ofElements(),
                "scale_c = torch.permute(scale, [2, 0, 1])",
                "shift_c = torch.permute(shift, [2, 0, 1])",
                "y = torch.layer_norm(x, [6, 3, 2], scale_c, shift_c, 1e-5, False)"),
            on(
                LayerNorm.ofPlaces(),
                ofPlaces("torch.layer_norm(%s, [6], scale, shift, 1e-6, False)")),
            on(
                new PositionalNorm(),
                ofPlaces("torch.layer_norm(%s, [6], None, None, 1e-5, False)")),
            on(new GroupNorm(3), "y = torch.group_norm(x, 3, scale, shift, 1e-5, False)"),
            onImages(
                new InstanceNorm(),
                "y = torch.instance_norm(x, scale, shift, None, None, True, 0.1, 1e-5, False)"),
            onImages(
                InstanceNorm.pytorch(),
                "y = torch.instance_norm(x, None, None, None, None, True, 0.1, 1e-5, False)"),
            on(RmsNorm.haiku(), ofPlaces("torch.rms_norm(%s, [6], scale, 1e-5)")),
            on(
                LocalResponseNorm.pytorch(5),
                "squares = torch.pad(torch.unsqueeze(x * x, 1), [0, 0, 0, 0, 2, 2])",
                "means = torch.avg_pool3d(squares, [5, 1, 1], [1, 1, 1])",
                "y = x / torch.pow(torch.squeeze(means, 1) * 0.0001 + 1., 0.75)"),
            on(
                new ScaleNorm(),
                "length = torch.linalg_vector_norm(x, 2, [1], True)",
                "y = scale * x / torch.clamp_min(length, 1e-5)"))
        .flatMap(all -> all);
  }

  private static String batchNorm(String tensors, boolean training, double epsilon) {
    return "y = torch.batch_norm(x, %s, %s, 0.1, %s, False)"
        .formatted(tensors, training ? "True" : "False", epsilon);
  }

  private static String[] ofPlaces(String layer) {
    return new String[] {
      "p = torch.permute(x, [0, 2, 3, 1])",
      "y = torch.permute(%s, [0, 3, 1, 2])".formatted(layer.formatted("p"))
    };
  }

  /** Layers put together from libtorch's operations. */
  static Stream<Arguments> composed() {
    return Stream.of(
            onImages(
                new GhostBatchNorm(2),
                "y0 = torch.batch_norm(torch.slice(x, 0, 0, 2), scale, shift, mean, variance, True,"
                    + " 0.1, 1e-5, False)",
                "y1 = torch.batch_norm(torch.slice(x, 0, 2, 4), scale, shift, mean, variance, True,"
                    + " 0.1, 1e-5, False)",
                "y = torch.cat([y0, y1], 0)"),
            on(
                new FrozenBatchNorm(),
                "v, m = torch.var_mean(torch.detach(x), [0, 2, 3], False, True)",
                "z = (x - m) / torch.sqrt(v + 1e-5)",
                "unused = torch.batch_norm(torch.detach(x), None, None, mean, variance, True, 0.1,"
                    + " 1e-5, False)",
                AFFINE),
            on(
                new BatchRenorm(1.1, 0.2, 1e-3, 0.9, Affine.WITH),
                "v, m = torch.var_mean(x, [0, 2, 3], False, True)",
                "s = torch.sqrt(v + 1e-3)",
                "known = torch.reshape(deviation, [1, -1, 1, 1])",
                "r = torch.clamp(torch.detach(s) / known, 1. / 1.1, 1.1)",
                "d = torch.clamp((torch.detach(m) - torch.reshape(mean, [1, -1, 1, 1])) / known,"
                    + " -0.2, 0.2)",
                "z = (x - m) / s * r + d",
                AFFINE,
                "mean = torch.lerp(mean, torch.flatten(m), 0.1)",
                "deviation = torch.lerp(deviation, torch.flatten(s), 0.1)"),
            on(
                new LpBatchNorm(Power.ONE, Centering.UNCENTERED),
                lp("torch.linalg_vector_norm(x, 1, [0, 2, 3], True) / count")),
            on(
                new LpBatchNorm(Power.TWO, Centering.CENTERED),
                lp("torch.linalg_vector_norm(x - m, 2, [0, 2, 3], True) / torch.sqrt(count)")),
            on(
                new LpBatchNorm(Power.INFINITY, Centering.UNCENTERED),
                lp("torch.amax(torch.abs(x), [0, 2, 3], True)")),
            on(
                new MeanOnlyBatchNorm(),
                "m = torch.mean(x, [0, 2, 3], True)",
                "y = x - m + torch.reshape(shift, [1, -1, 1, 1])",
                "mean = torch.lerp(mean, torch.flatten(m), 0.1)"),
            on(
                new ScaleOnlyBatchNorm(ScaleOf.VARIANCE, 1e-5, 0.9, Affine.WITH),
                "v = torch.var(x, [0, 2, 3], False, True)",
                "z = x * torch.rsqrt(v + 1e-5)",
                AFFINE,
                "square = torch.lerp(square, torch.flatten(v), 0.1)"),
            on(new DyT(), "z = torch.tanh(alpha * x)", AFFINE),
            on(new Derf(), "z = torch.erf(alpha * x + offset)", AFFINE),
            on(
                new DyIsru(),
                "z = x * 2.449489742783178 * torch.rsqrt(torch.abs(b) + x * x)",
                AFFINE),
            onImages(
                new FilterResponseNorm(), MEAN_SQUARE, "z = x * torch.rsqrt(m + 1e-6)", AFFINE),
            on(
                new ThresholdedLinear(),
                "y = torch.maximum(x, torch.reshape(threshold, [1, -1, 1, 1]))"),
            onImages(
                new GlobalResponseNorm(),
                "g = torch.linalg_vector_norm(x, 2, [2, 3], True)",
                "n = g / (torch.mean(g, [1], True) + 1e-6)",
                "z = x * n",
                AFFINE,
                "y = x + y"),
            onImages(
                new EvoNormB0(),
                "b = torch.var(x, [0, 2, 3], False, True)",
                "i = torch.var(x, [2, 3], False, True)",
                "slope = torch.reshape(v, [1, -1, 1, 1]) * x + torch.sqrt(i + 1e-5)",
                "z = x / torch.maximum(torch.sqrt(b + 1e-5), slope)",
                AFFINE,
                "variance = torch.lerp(variance, torch.flatten(b) * 24. / 23., 0.1)"),
            onImages(
                new EvoNormB1(),
                evoNormB("(x + 1.) * torch.sqrt(torch.mean(x * x, [2, 3], True) + 1e-5)")),
            onImages(
                new EvoNormB2(),
                evoNormB("torch.sqrt(torch.mean(x * x, [2, 3], True) + 1e-5) - x")),
            onImages(
                new EvoNormS1(3, 1e-5),
                "groups = torch.reshape(x, [4, 3, 2, 3, 2])",
                evoNormS("torch.var(groups, [2, 3, 4], False, True)"),
                AFFINE),
            onImages(
                new EvoNormS2(3, 1e-5),
                "groups = torch.reshape(x, [4, 3, 2, 3, 2])",
                evoNormS("torch.mean(groups * groups, [2, 3, 4], True)"),
                AFFINE),
            on(
                new RangeBatchNorm(),
                lp(
                    "0.175 * (1. + 2.0869049285023036) * (torch.amax(x, [0, 2, 3], True) -"
                        + " torch.amin(x, [0, 2, 3], True)) / torch.sqrt(2. * torch.log(count))")),
            on(
                new PartialRmsNorm(0.5, 1e-8, Affine.SCALE_ONLY),
                "length = torch.linalg_vector_norm(torch.slice(x, 1, 0, 3), 2, [1], True)",
                "size = length / 1.7320508075688772 + 1e-8",
                "y = x / size * torch.reshape(scale, [1, -1, 1, 1])"),
            on(
                GroupNorm.onnx18(3),
                "each = torch.repeat_interleave(scale, 2)",
                "more = torch.repeat_interleave(shift, 2)",
                "y = torch.group_norm(x, 3, each, more, 1e-5, False)"),
            on(
                new AdaNorm(),
                "p = torch.permute(x, [0, 2, 3, 1])",
                "z = torch.layer_norm(p, [6], None, None, 1e-5, False)",
                "y = torch.permute(z * (1. - 0.1 * torch.detach(z)), [0, 3, 1, 2])"),
            onImages(
                new EvoNormS0(3, 1e-5),
                "groups = torch.reshape(x, [4, 3, 2, 3, 2])",
                "d = torch.sqrt(torch.var(groups, [2, 3, 4], False, True) + 1e-5)",
                "gate = torch.sigmoid(x * torch.reshape(v, [1, -1, 1, 1]))",
                "z = torch.reshape(torch.reshape(x * gate, [4, 3, 2, 3, 2]) / d, [4, 6, 3, 2])",
                AFFINE))
        .flatMap(all -> all);
  }

  private static String[] evoNormB(String other) {
    return new String[] {
      "b = torch.var(x, [0, 2, 3], False, True)",
      "z = x / torch.maximum(torch.sqrt(b + 1e-5), %s)".formatted(other),
      AFFINE,
      "variance = torch.lerp(variance, torch.flatten(b) * 24. / 23., 0.1)"
    };
  }

  private static String evoNormS(String square) {
    return "z = torch.reshape(torch.silu(groups) / torch.sqrt(%s + 1e-5), [4, 6, 3, 2])"
        .formatted(square);
  }

  private static String[] lp(String deviation) {
    return new String[] {
      "count = torch.ones([], dtype=7) * (torch.numel(x) / 6)",
      "m = torch.mean(x, [0, 2, 3], True)",
      "d = %s + 1e-5".formatted(deviation),
      "z = (x - m) / d",
      AFFINE,
      "mean = torch.lerp(mean, torch.flatten(m), 0.1)",
      "deviation = torch.lerp(deviation, torch.flatten(d), 0.1)"
    };
  }

  /** A fully connected layer with a weight that is a function of what is trained. */
  static Stream<Arguments> weights() {
    return Stream.of(
            around(
                new WeightNorm(),
                "length = torch.norm_except_dim(weight, 2, 1)",
                "w = weight * (torch.reshape(scale, [1, -1]) / length)"),
            around(
                new WeightStandardization(),
                "flat = torch.reshape(torch.t(weight), [1, 5, 6])",
                "w = torch.t(torch.squeeze(torch.batch_norm(flat, None, None, None, None, True, 0.,"
                    + " 1e-6, False), 0))"),
            around(
                new ScaledWeightStandardization(),
                "flat = torch.reshape(torch.t(weight), [1, 5, 6])",
                "gain = scale * 1.7139588594436646 / 2.449489742783178",
                "w = torch.t(torch.squeeze(torch.batch_norm(flat, gain, None, None, None, True, 0.,"
                    + " 1e-6, False), 0))"),
            around(
                new SpectralNorm(),
                "fixed = torch.detach(weight)",
                "v1 = torch.mv(fixed, u)",
                "v = v1 / torch.norm(v1)",
                "u1 = torch.mv(torch.t(fixed), v)",
                "u = u1 / torch.norm(u1)",
                "w = weight / torch.dot(v, torch.mv(weight, u))"))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> around(WeightNormalization normalization, String... torch) {
    String[] lines = Arrays.copyOf(torch, torch.length + 1);
    lines[torch.length] = "y = torch.matmul(torch.flatten(x, 1), w) + bias";
    return on(Statistics.BATCH, normalization.around(Dense.of(5)), List.of(ROWS), lines);
  }

  @ParameterizedTest
  @MethodSource({"layers", "composed", "weights"})
  void agreesWithLibtorch(Witnessed witnessed) {
    Map<String, double[]> expected = witnessed.libtorchs();
    Map<String, double[]> actual = witnessed.ours();
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((what, theirs) -> assertSame(what, of(actual, what), theirs));
  }

  private static double[] of(Map<String, double[]> results, String what) {
    return Objects.requireNonNull(results.get(what), what);
  }

  /** To rounding, of what is largest. */
  private static void assertSame(String what, double[] ours, double[] theirs) {
    double size = Arrays.stream(theirs).map(Math::abs).max().orElseThrow();
    assertThat(ours).as(what).containsExactly(theirs, within(1e-12 * Math.max(1, size)));
  }

  /**
   * The fused weight normalization of libtorch 2.7 has the gradient that it should have, but not
   * the second derivative: it is another one than that of the same formula, put together from
   * libtorch's operations as above.
   */
  @Test
  void theFusedWeightNormalizationHasAnotherSecondDerivative() {
    Witnessed fused =
        around(new WeightNorm(), "w = torch._weight_norm(weight, torch.reshape(scale, [1, -1]), 1)")
            .map(argument -> (Witnessed) argument.get()[0])
            .findFirst()
            .orElseThrow();
    Map<String, double[]> theirs = fused.libtorchs();
    Map<String, double[]> ours = fused.ours();
    assertSame("gradient", of(ours, "gradient_weight"), of(theirs, "gradient_weight"));
    double[] curvature = of(theirs, "curvature_weight");
    double[] difference = of(ours, "curvature_weight").clone();
    Arrays.setAll(difference, i -> difference[i] - curvature[i]);
    assertThat(Arrays.stream(difference).map(Math::abs).max().orElseThrow()).isGreaterThan(0.1);
  }
}
