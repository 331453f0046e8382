package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * The running statistics of each library's batch normalization: after one batch those that were
 * computed outside of this project, after two by hand.
 */
class BatchNormConventionsTest {

  private static final double[] MEAN = {-0.605, -0.34, -0.075, 0.4425, 0.96, 1.225};
  private static final double[] VARIANCE = {
    1.366375, 1.2376, 1.366375, 1.44149375, 1.2376, 1.366375
  };
  private static final int ELEMENTS = 16;

  /** {@code a + b · value} of each channel. */
  private static double[] of(double a, double b, double[] values) {
    return Arrays.stream(values).map(value -> a + b * value).toArray();
  }

  static Stream<Arguments> firstBatches() {
    double unbiased = ELEMENTS / (ELEMENTS - 1.0);
    return Stream.of(
        arguments(BatchNorm.pytorch(), of(0, 0.1, MEAN), of(0.9, 0.1 * unbiased, VARIANCE)),
        arguments(BatchNorm.keras(), of(0, 0.01, MEAN), of(0.99, 0.01, VARIANCE)),
        arguments(BatchNorm.flax(), of(0, 0.01, MEAN), of(0.99, 0.01, VARIANCE)),
        arguments(
            BatchNorm.tensorflowFused(), of(0, 0.01, MEAN), of(0.99, 0.01 * unbiased, VARIANCE)),
        arguments(BatchNorm.onnx(), of(0, 0.1, MEAN), of(0.9, 0.1, VARIANCE)),
        arguments(BatchNorm.dl4j(), of(0, 0.1, MEAN), of(0.9, 0.1, VARIANCE)),
        arguments(BatchNorm.haiku(0.99), MEAN, VARIANCE),
        arguments(BatchNorm.equinoxBatch(), MEAN, of(99, 1, VARIANCE)),
        arguments(BatchNorm.equinoxEma(), MEAN, VARIANCE));
  }

  @ParameterizedTest
  @MethodSource("firstBatches")
  void remembersTheFirstBatchAsTheLibraryDoes(BatchNorm norm, double[] mean, double[] variance) {
    List<double[]> read = afterBatches(norm, 1);
    assertThat(read.get(0)).containsExactly(mean, within(1e-12));
    assertThat(read.get(1)).containsExactly(variance, within(1e-11));
  }

  /** The second batch is the first times 2: means 2 μ, variances 4 σ². */
  static Stream<Arguments> secondBatches() {
    double share = 1 - 0.9 * 0.9;
    return Stream.of(
        arguments(
            BatchNorm.haiku(0.9),
            of(0, (0.09 + 0.2) / share, MEAN),
            of(0, (0.09 + 0.4) / share, VARIANCE)),
        arguments(
            BatchNorm.equinoxBatch(),
            of(0, (0.0099 + 0.02) / 0.0199, MEAN),
            of(0.9801 / 0.0199, (0.0099 + 0.04) / 0.0199, VARIANCE)),
        arguments(BatchNorm.equinoxEma(), of(0, 0.99 + 0.02, MEAN), of(0, 0.99 + 0.04, VARIANCE)));
  }

  @ParameterizedTest
  @MethodSource("secondBatches")
  void averagesTheSecondBatch(BatchNorm norm, double[] mean, double[] variance) {
    List<double[]> read = afterBatches(norm, 2);
    assertThat(read.get(0)).containsExactly(mean, within(1e-12));
    assertThat(read.get(1)).containsExactly(variance, within(1e-11));
  }

  private static List<double[]> afterBatches(BatchNorm norm, int batches) {
    Parameters<ParameterSpec> parameters = norm.parameters(NormedImage.SHAPE);
    Parameters<ParameterSpec> states = norm.state(NormedImage.SHAPE);
    return Numbers.run(
        List.of(new TensorType(DType.FLOAT64, NormedImage.SHAPE)),
        in -> {
          Parameters<Tensor> state = first(states, in.get(0));
          for (int batch = 1; batch <= batches; batch++) {
            Call call = Call.of(first(parameters, in.get(0)), state, Statistics.BATCH);
            state = norm.apply(call, in.get(0).times(batch)).state();
          }
          Moments read = norm.running().read(state);
          return List.of(read.mean(), read.variance());
        },
        List.of(NormedImage.x()));
  }

  private static Parameters<Tensor> first(Parameters<ParameterSpec> specs, Tensor x) {
    return specs.map(
        spec -> {
          double value = spec.initializer().values(Shape.of(1), RandomStream.of(1, "first"))[0];
          return x.trace().fill(value, spec.type(DType.FLOAT64));
        });
  }

  /** Once batches have been seen, the batch counts for a hundredth of what it is divided by. */
  @Test
  void trainsWithRunningStatisticsWhereTheLibraryDoes() {
    double[] y =
        NormedImage.of(
                BatchNorm.equinoxEma(), Map.of("mean", new double[6], "share", new double[] {0.5}))
            .y();
    double mean = 0.01 * MEAN[0];
    double variance = 0.99 + 0.01 * VARIANCE[0];
    double expected = (NormedImage.x()[0] - mean) / Math.sqrt(variance + 1e-5) * 1 - 0.2;
    assertThat(y[0]).isCloseTo(expected, within(1e-14));
    assertThat(BatchNorm.equinoxEma().makesBiasRedundant()).isFalse();
  }

  /** Haiku's averages start at 0, and are 0 where no batch has been seen. */
  @Test
  void debiasedStatisticsAreDefinedBeforeTheFirstBatch() {
    List<double[]> read = afterBatches(BatchNorm.haiku(0.9), 0);
    assertThat(read.get(0)).containsOnly(0);
    assertThat(read.get(1)).containsOnly(0);
    assertThat(afterBatches(BatchNorm.equinoxEma(), 0).get(1)).containsOnly(1);
  }
}
