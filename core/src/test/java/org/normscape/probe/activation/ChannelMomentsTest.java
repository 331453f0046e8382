package org.normscape.probe.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.when.AtStart;

/** On {@code w x} over a batch of two examples of two positions and three channels. */
class ChannelMomentsTest {

  private static final double W = 0.5;
  private static final double[] INPUT = {1, -3, 0, 2, -3, 0, 3, -3, 0, 6, -1, 0};
  private static final Offset<Double> TIGHT = within(1e-12);

  private record Scaled(DType dtype) implements Objective {

    @Override
    public Parameters<ParameterSpec> parameters() {
      return Parameters.of(
          "w", new ParameterSpec(Shape.SCALAR, Role.WEIGHT, (shape, random) -> new double[] {W}));
    }

    @Override
    public Parameters<ParameterSpec> state() {
      return Parameters.none();
    }

    @Override
    public Parameters<TensorType> batch() {
      return Parameters.of("input", new TensorType(dtype, Shape.of(2, 1, 2, 3)));
    }

    @Override
    public Evaluation evaluate(
        Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
      Tensor a = batch.get("input").scaledBy(point.parameters().get("w"));
      return new Evaluation(
          a.sum(),
          a,
          Parameters.none(),
          Parameters.none(),
          Parameters.none(),
          Parameters.of("scaled", a));
    }
  }

  private final Backend backend = Backends.open("reference");

  @AfterEach
  void close() {
    backend.close();
  }

  private ChannelProfile measure(String layers, Detail detail, DType dtype, double scale) {
    Objective objective = new Scaled(dtype);
    Numerics numerics = dtype == DType.FLOAT32 ? Numerics.FAST : Numerics.PRECISE;
    double[] input = INPUT.clone();
    for (int i = 0; i < input.length; i++) {
      input[i] *= scale;
    }
    Parameters<Array> batch = objective.batch().map(type -> backend.array(type, input));
    try (ProbeSession session =
        new ProbeSession(
            new ChannelMoments(new AtStart(), layers, Statistics.BATCH, detail, ProbedBatch.STEP),
            Site.of(backend, numerics, objective))) {
      return (ChannelProfile) session.measure(objective.initialPoint(backend, 1), batch);
    }
  }

  @Test
  void eachChannelHasItsClosedForm() {
    Channels found = measure(".*", Detail.SUMMARY, DType.FLOAT64, 1).activations().get("scaled");
    assertThat(found.means()).containsExactly(W * 3, W * -2.5, 0.0);
    assertThat(found.deviations().get(0)).isCloseTo(W * Math.sqrt(3.5), TIGHT);
    assertThat(found.deviations().get(1)).isCloseTo(W * Math.sqrt(0.75), TIGHT);
    assertThat(found.deviations().get(2)).isZero();
    assertThat(found.largest()).containsExactly(W * 6, W * -1, 0.0);
    assertThat(found.meanSize()).isCloseTo(W * 5.5 / 3, TIGHT);
    assertThat(found.largestMean()).isEqualTo(W * 3);
    assertThat(found.meanDeviation()).isCloseTo(W * (Math.sqrt(3.5) + Math.sqrt(0.75)) / 3, TIGHT);
    assertThat(found.largestDeviation()).isCloseTo(W * Math.sqrt(3.5), TIGHT);
    assertThat(found.deadShare()).isCloseTo(2 / 3.0, TIGHT);
  }

  @Test
  void signalsThatVanishAreMeasured() {
    Channels found =
        measure(".*", Detail.SUMMARY, DType.FLOAT32, 1e-30).activations().get("scaled");
    assertThat(found.largestDeviation())
        .isCloseTo(1e-30 * W * Math.sqrt(3.5), withinPercentage(1e-3));
  }

  @Test
  void eachChannelIsReadWhereAskedFor() {
    assertThat(measure(".*", Detail.SUMMARY, DType.FLOAT64, 1).readings())
        .extracting(Reading::metric)
        .containsExactly(
            "channel_mean_size/scaled",
            "channel_deviation_mean/scaled",
            "channel_mean_largest/scaled",
            "channel_deviation_largest/scaled",
            "dead_units/scaled");
    List<Reading> all = measure(".*", Detail.EVERY_CHANNEL, DType.FLOAT64, 1).readings();
    assertThat(all).hasSize(5 + 2 * 3);
    assertThat(all.get(6).metric()).isEqualTo("channel_mean/scaled");
    assertThat(all.get(6).at()).isEqualTo(Map.of("channel", 1.0));
    assertThat(all.get(6).value()).isEqualTo(W * -2.5);
  }

  @Test
  void aPatternThatNamesNothingIsRefused() {
    assertThatThrownBy(() -> measure("norm.*", Detail.SUMMARY, DType.FLOAT64, 1))
        .hasMessage(
            "ChannelMoments: layers must match the path of an activation, one of scaled, but it is norm.*. To fix: set a value that is allowed.");
  }
}
