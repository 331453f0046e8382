package org.normscape.norm.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Bias;
import org.normscape.nn.Call;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initialization;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.norm.WeightNormalization;
import org.normscape.objective.FrozenInputs;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

class SpectralNormTest {

  private static final Shape ROW = Shape.of(1, 2);
  private static final Dense MATRIX = new Dense(2, Bias.WITHOUT, Glorot.uniform());

  /** Singular values 3 and 1, along the axes. */
  private static final double[] DIAGONAL = {3, 0, 0, 1};

  /** With u and v as they are remembered, and as they are given as inputs. */
  private static List<double[]> run(Statistics statistics) {
    double[] remembered = {0, 1};
    double[] given = {1, 0};
    return Numbers.run(
        new SpectralNorm().around(MATRIX),
        ROW,
        statistics,
        new double[] {1, 1},
        DIAGONAL,
        remembered,
        remembered,
        given,
        given);
  }

  @Test
  void dividesByTheFrozenEstimateWhereItIsGiven() {
    List<double[]> batch = run(Statistics.BATCH);
    assertThat(batch.get(0)).containsExactly(new double[] {1, 1 / 3.0}, within(1e-15));
    assertThat(batch.get(1)).as("remembered").containsExactly(1, 0);
    List<double[]> frozen = run(Statistics.BATCH_FROZEN_RUNNING);
    assertThat(frozen.get(0)).containsExactly(batch.get(0));
    assertThat(frozen.get(1)).as("not remembered").containsExactly(0, 1);
  }

  /** One iteration from u = (0.6, 0.8): v = (1.8, 0.8) / s, u = (5.4, 0.8) / t by hand. */
  @Test
  void iteratesOnceAtEachStep() {
    double[] u = {0.6, 0.8};
    double[] v = {1.8 / Math.hypot(1.8, 0.8), 0.8 / Math.hypot(1.8, 0.8)};
    double[] next = {3 * v[0] / Math.hypot(3 * v[0], v[1]), v[1] / Math.hypot(3 * v[0], v[1])};
    double sigma = 3 * next[0] * v[0] + next[1] * v[1];
    Parameters<double[]> after = step(Statistics.BATCH, u, v);
    assertThat(after.get("output"))
        .containsExactly(new double[] {3 / sigma, 1 / sigma}, within(1e-15));
    assertThat(after.get("state.u")).containsExactly(next, within(1e-15));
    assertThat(after.get("state.v")).containsExactly(v, within(1e-15));
    Parameters<double[]> kept = step(Statistics.BATCH_FROZEN_RUNNING, u, v);
    assertThat(kept.get("output")).containsExactly(after.get("output"));
    assertThat(kept.get("state.u")).containsExactly(u);
    Parameters<double[]> running = step(Statistics.RUNNING, u, v);
    double remembered = 3 * u[0] * v[0] + u[1] * v[1];
    assertThat(running.get("output"))
        .containsExactly(new double[] {3 / remembered, 1 / remembered}, within(1e-15));
    assertThat(running.get("frozen.u")).containsExactly(u);
  }

  private static Parameters<double[]> step(Statistics statistics, double[] u, double[] v) {
    Layer layer = new SpectralNorm().around(MATRIX);
    return Numbers.run(
        Parameters.of("x", TensorType.float64(1, 2))
            .and("parameters.weight", TensorType.float64(2, 2))
            .and("state.u", TensorType.float64(2))
            .and("state.v", TensorType.float64(2)),
        in -> {
          Applied applied =
              layer.apply(
                  Call.of(in.under("parameters"), in.under("state"), statistics), in.get("x"));
          return Parameters.of("output", applied.output())
              .and(applied.state().within("state"))
              .and(applied.frozen().within("frozen"));
        },
        Parameters.of("x", new double[] {1, 1})
            .and("parameters.weight", DIAGONAL)
            .and("state.u", u)
            .and("state.v", v));
  }

  /** After 15 iterations from random numbers the estimate is near the largest singular value. */
  @Test
  void startsNearTheLargestSingularValue() {
    Layer layer = new SpectralNorm().around(Conv2d.of(5, 3));
    Shape images = Shape.of(1, 3, 3, 4);
    double[] w = Initialization.values(Sequential.of(layer).parameters(images), 3).get("0.weight");
    Parameters<double[]> state = Initialization.values(Sequential.of(layer).state(images), 3);
    double[] u = state.get("0.u");
    double[] v = state.get("0.v");
    assertThat(v).hasSize(36);
    double sigma = 0;
    double[] image = new double[36];
    for (int i = 0; i < w.length; i++) {
      sigma += v[i / 5] * w[i] * u[i % 5];
      image[i / 5] += w[i] * u[i % 5];
    }
    assertThat(Math.sqrt(Arrays.stream(image).map(x -> x * x).sum()))
        .as("W u is close to sigma v")
        .isCloseTo(sigma, within(2e-2 * sigma));
    assertThat(sigma).isGreaterThan(Math.sqrt(Arrays.stream(w).map(x -> x * x).sum() / 5));
  }

  static Stream<WeightNormalization> converged() {
    return Stream.of(new SpectralNorm(100, 1e-12), new ConvergedSpectralNorm());
  }

  /** Filters whose largest singular value was computed outside of this project. */
  @ParameterizedTest
  @MethodSource("converged")
  void convergesToTheSingularValueThatWasComputedElsewhere(WeightNormalization norm) {
    double[] w = filters();
    double[] expected = Arrays.stream(w).map(element -> element / 5.740334752099555).toArray();
    assertThat(results(norm).get("output")).containsExactly(expected, within(1e-13));
  }

  /** Held constant or not: where u and v have converged, the gradient is the same. */
  @Test
  void theConvergedGradientIsThatOfTheFrozenEstimate() {
    double[] frozen = results(new SpectralNorm(100, 1e-12)).get("gradient");
    assertThat(results(new ConvergedSpectralNorm()).get("gradient"))
        .containsExactly(frozen, within(1e-12));
    assertThat(Arrays.stream(frozen).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-2);
  }

  /** Where the largest singular value is not single, its derivative is not one number. */
  @Test
  void equalSingularValuesAreNoTrouble() {
    double[] rotation = {0.6, -0.8, 0.8, 0.6};
    double[] tripled = Arrays.stream(rotation).map(w -> 3 * w).toArray();
    assertThat(
            Numbers.run(
                    new ConvergedSpectralNorm().around(MATRIX),
                    ROW,
                    Statistics.BATCH,
                    new double[] {1, 0},
                    tripled)
                .get(0))
        .containsExactly(new double[] {0.6, -0.8}, within(1e-15));
  }

  private static double[] filters() {
    double[] w = new double[180];
    Arrays.setAll(w, i -> (41 * i + 5) % 103 / 51.0 - 1);
    return w;
  }

  /** The filters, normalized, and the gradient of the sum of their hyperbolic tangents. */
  private static Parameters<double[]> results(WeightNormalization norm) {
    return Numbers.run(
        Parameters.of("weight", TensorType.float64(3, 3, 4, 5))
            .and("state.u", TensorType.float64(5))
            .and("state.v", TensorType.float64(36)),
        in -> {
          Call call = Call.of(Parameters.none(), in.under("state"), Statistics.BATCH);
          Tensor w = norm.apply(call, in.get("weight")).output();
          return Parameters.of("output", w)
              .and("gradient", Gradients.of(w.tanh().sum(), List.of(in.get("weight"))).get(0));
        },
        Parameters.of("weight", filters())
            .and("state.u", new double[] {1, 0.5, -0.3, 0.7, 0.1})
            .and("state.v", new double[36]));
  }

  /** As inputs, u and v are those that the network computes. */
  @Test
  void frozenValuesAreInputsOfAnObjective() {
    Objective bare =
        new NetworkObjective(
            Sequential.of(new SpectralNorm().around(Dense.of(3)), new Tanh(), Dense.of(1)),
            new SquaredError(LossReduction.MEAN),
            Shape.of(4, 2),
            DType.FLOAT64);
    assertThat(bare.frozen().paths()).containsExactly("0.u", "0.v");
    FrozenInputs held = new FrozenInputs(bare);
    Parameters<TensorType> types = bare.types().with(bare.arguments(Statistics.BATCH));
    Parameters<double[]> arguments =
        Parameters.like(
            types,
            types.paths().stream().map(path -> Numbers.normal(types.get(path), path)).toList());
    Parameters<double[]> frozen = Numbers.run(held.values(Statistics.BATCH), arguments);
    double[] gradient =
        Numbers.run(bare.lossAndGradient(Statistics.BATCH), arguments).get("gradient.0.weight");
    assertThat(
            Numbers.run(
                    held.lossAndGradient(Statistics.BATCH), arguments.and(frozen.within("batch")))
                .get("gradient.0.weight"))
        .containsExactly(gradient, within(1e-15));
  }

  @Test
  void weightsMustNotStartAtZero() {
    Layer zero = new SpectralNorm().around(new Dense(2, Bias.WITH, Constant.ZERO));
    assertThatThrownBy(() -> Initialization.values(zero.state(ROW), 1))
        .hasMessage(
            "SpectralNorm: the largest singular value of the weights must be above 0, but they start as Constant[value=0.0]. To fix: let weights start from a distribution.");
  }
}
