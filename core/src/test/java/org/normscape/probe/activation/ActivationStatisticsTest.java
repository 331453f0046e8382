package org.normscape.probe.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
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
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.Evaluation;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.activation.ActivationProfile.Moments;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;

/** On {@code h = w x, a = h², L = Σ a} over the batch x, all moments have closed forms. */
class ActivationStatisticsTest {

  private static final double W = 0.5;
  private static final double[] INPUT = {1, 2, 3, 6};
  private static final Offset<Double> TIGHT = within(1e-12);

  private record Squares(DType dtype) implements Objective {

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
      return Parameters.of("input", new TensorType(dtype, Shape.of(INPUT.length)));
    }

    @Override
    public Evaluation evaluate(
        Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
      Tensor h = batch.get("input").scaledBy(point.parameters().get("w"));
      Tensor a = h.times(h);
      return new Evaluation(
          a.sum(),
          a,
          Parameters.none(),
          Parameters.none(),
          Parameters.none(),
          Parameters.of("linear", h).and("square", a));
    }
  }

  private final Backend backend = Backends.open("reference");

  @AfterEach
  void close() {
    backend.close();
  }

  private ActivationProfile measure(String layers, DType dtype, double scale) {
    Objective objective = new Squares(dtype);
    Numerics numerics = dtype == DType.FLOAT32 ? Numerics.FAST : Numerics.PRECISE;
    Point<Array> point = objective.initialPoint(backend, 1);
    double[] input = INPUT.clone();
    for (int i = 0; i < input.length; i++) {
      input[i] *= scale;
    }
    Parameters<Array> batch = objective.batch().map(type -> backend.array(type, input));
    try (ProbeSession session =
        new ProbeSession(
            new ActivationStatistics(new AtStart(), layers, Statistics.BATCH, ProbedBatch.STEP),
            Site.of(backend, numerics, objective))) {
      return (ActivationProfile) session.measure(point, batch);
    }
  }

  @Test
  void measuresTheClosedForms() {
    Parameters<Moments> measured = measure(".*", DType.FLOAT64, 1).activations();

    assertThat(measured.paths()).containsExactly("linear", "square");
    Moments linear = measured.get("linear");
    assertThat(linear.mean()).isCloseTo(W * 3, TIGHT);
    assertThat(linear.deviation()).isCloseTo(W * Math.sqrt(3.5), TIGHT);
    assertThat(linear.gradientNorm()).isCloseTo(2 * W * Math.sqrt(50), TIGHT);
    Moments square = measured.get("square");
    assertThat(square.mean()).isCloseTo(W * W * 12.5, TIGHT);
    assertThat(square.deviation()).isCloseTo(W * W * Math.sqrt(1394 / 4.0 - 12.5 * 12.5), TIGHT);
    assertThat(square.gradientNorm()).isCloseTo(2, TIGHT);
  }

  @Test
  void readsEveryLayerOfANetworkByItsPath() {
    Layer network =
        new MultilayerPerceptron(List.of(6, 5), new Relu(), Glorot.uniform())
            .network(new NormalizationScheme(new BatchNorm()), 3);
    Objective objective =
        new NetworkObjective(
            network, new SoftmaxCrossEntropy(LossReduction.MEAN), Shape.of(4, 7), DType.FLOAT64);
    double[] input = RandomStream.of(3, "input").normal(4 * 7, 1);
    Parameters<Array> batch =
        Parameters.of("input", backend.array(TensorType.float64(4, 7), input))
            .and("target", backend.array(TensorType.int32(4), 0, 1, 2, 1));
    try (ProbeSession session =
        new ProbeSession(
            new ActivationStatistics(new AtStart(), "norm.*", Statistics.BATCH, ProbedBatch.STEP),
            Site.of(backend, Numerics.PRECISE, objective))) {
      ActivationProfile profile =
          (ActivationProfile) session.measure(objective.initialPoint(backend, 5), batch);
      assertThat(profile.activations().paths()).containsExactly("norm1", "norm2");
      Moments normalized = profile.activations().get("norm1");
      assertThat(normalized.mean()).isCloseTo(0, TIGHT);
      assertThat(normalized.deviation()).isCloseTo(1, within(1e-3));
      assertThat(normalized.gradientNorm()).isPositive();
    }
  }

  @Test
  void signalsThatVanishAreMeasured() {
    Moments linear = measure("linear", DType.FLOAT32, 1e-30).activations().get("linear");
    assertThat(linear.deviation()).isCloseTo(1e-30 * W * Math.sqrt(3.5), withinPercentage(1e-3));
    assertThat(linear.gradientNorm())
        .isCloseTo(1e-30 * 2 * W * Math.sqrt(50), withinPercentage(1e-3));
  }

  @Test
  void readsWhatThePatternNamesWithThePathBehindTheMetric() {
    ActivationProfile profile = measure("squ.*", DType.FLOAT64, 1);
    assertThat(profile.readings())
        .extracting(Reading::metric)
        .containsExactly(
            "activation_mean/square",
            "activation_deviation/square",
            "activation_gradient_norm/square");
    assertThat(profile.readings().get(2).value()).isCloseTo(2, TIGHT);
  }

  @Test
  void aPatternThatNamesNothingIsRefused() {
    assertThatThrownBy(() -> measure("norm.*", DType.FLOAT64, 1))
        .hasMessage(
            "ActivationStatistics: layers must match the path of an activation, one of linear, square, but it is norm.*. To fix: set a value that is allowed.");
    assertThatThrownBy(
            () ->
                new ActivationStatistics(
                    new AtStart(), "norm(", Statistics.BATCH, ProbedBatch.STEP))
        .hasMessageContaining("layers must be a regular expression that is not empty");
  }
}
