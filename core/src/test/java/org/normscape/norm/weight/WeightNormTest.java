package org.normscape.norm.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Bias;
import org.normscape.nn.Call;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.Role;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.initialization.Initialization;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

class WeightNormTest {

  private static final Shape ROWS = Shape.of(1, 2);
  private static final Shape IMAGES = Shape.of(2, 5, 4, 3);

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of(Dense.of(4), Shape.of(3, 5)),
        Arguments.of(new Dense(1, Bias.WITHOUT, new Dense().initializer()), Shape.of(2, 1)),
        Arguments.of(Conv2d.of(4, 3), IMAGES));
  }

  private static Layer normalized(Layer layer) {
    return new WeightNorm().around(layer);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void hasTheRightDerivatives(Layer layer, Shape input) {
    Numbers.checkDerivatives(normalized(layer), input, Statistics.BATCH);
  }

  /** The columns (3, 4) and (5, 12) have the lengths 5 and 13. */
  @Test
  void separatesLengthAndDirection() {
    double[] weight = {3, 5, 4, 12};
    double[] y =
        Numbers.run(
                normalized(Dense.of(2)),
                ROWS,
                Statistics.BATCH,
                new double[] {1, 10},
                weight,
                new double[] {0.5, 0},
                new double[] {10, 26})
            .get(0);
    assertThat(y).containsExactly(new double[] {86.5, 250}, within(1e-13));
  }

  /** Filters {@code [3,3,4,5]} with gains 1 + 0.1 o, computed outside of this project. */
  @Test
  void hasValuesThatWereComputedElsewhere() {
    TensorType filters = TensorType.float64(3, 3, 4, 5);
    double[] v = new double[filters.shape().size()];
    Arrays.setAll(v, i -> (41 * i + 5) % 103 / 51.0 - 1);
    double[] w =
        Numbers.run(
                List.of(filters, TensorType.float64(5)),
                in ->
                    List.of(
                        new WeightNorm()
                            .apply(
                                Call.of(
                                    Parameters.of("scale", in.get(1)),
                                    Parameters.none(),
                                    Statistics.BATCH),
                                in.get(0))
                            .output()),
                List.of(v, new double[] {1, 1.1, 1.2, 1.3, 1.4}))
            .get(0);
    assertThat(Arrays.copyOf(w, 6))
        .containsExactly(
            new double[] {
              -0.19378773478579414,
              -0.03698863614652613,
              0.33934841848747704,
              -0.1360670605549867,
              0.3275656729161233,
              -0.1980005116289636
            },
            within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void startsWhereTheNetworkWouldStart(Layer layer, Shape input) {
    double[] x = Numbers.normal(new TensorType(DType.FLOAT64, input), "x");
    assertThat(start(normalized(layer), input, x))
        .containsExactly(start(layer, input, x), within(1e-13));
  }

  private static double[] start(Layer layer, Shape input, double[] x) {
    Layer network = new Sequential(Parameters.of("conv1", layer));
    double[][] arguments =
        Stream.concat(
                Stream.of(x), Initialization.values(network.parameters(input), 3).values().stream())
            .toArray(double[][]::new);
    return Numbers.run(network, input, Statistics.BATCH, arguments).get(0);
  }

  @Test
  void learnsOneScaleForEachFeature() {
    Layer network = new Sequential(Parameters.of("conv1", normalized(Conv2d.of(4, 3))));
    assertThat(network.parameters(IMAGES).paths())
        .containsExactly("conv1.weight", "conv1.bias", "conv1.scale");
    assertThat(network.parameters(IMAGES).get("conv1.scale").shape()).isEqualTo(Shape.of(4));
    assertThat(network.parameters(IMAGES).get("conv1.scale").role()).isEqualTo(Role.SCALE);
  }

  /** The output does not depend on the length of v: {@code ⟨∂L/∂v, v⟩ = 0}. */
  @Test
  void theGradientStandsUprightOnTheWeight() {
    Objective objective =
        new NetworkObjective(
            Sequential.of(normalized(Conv2d.of(4, 3)), new Flatten()),
            new SquaredError(LossReduction.MEAN),
            IMAGES,
            DType.FLOAT64);
    Parameters<TensorType> types = objective.types().with(objective.batch());
    Parameters<double[]> arguments =
        Parameters.like(
            types,
            types.paths().stream().map(path -> Numbers.normal(types.get(path), path)).toList());
    double[] v = arguments.get("parameters.0.weight");
    double[] gradient =
        Numbers.run(objective.lossAndGradient(Statistics.BATCH), arguments)
            .get("gradient.0.weight");
    double along = 0;
    double size = 0;
    for (int i = 0; i < v.length; i++) {
      along += v[i] * gradient[i];
      size += Math.abs(v[i] * gradient[i]);
    }
    assertThat(size).isGreaterThan(1e-3);
    assertThat(along).isCloseTo(0, within(1e-14));
  }

  @Test
  void saysWhatItTakes() {
    Layer zero = normalized(new Dense(2, Bias.WITH, Constant.ZERO));
    assertThatThrownBy(() -> Initialization.values(zero.parameters(ROWS), 1))
        .hasMessage(
            "WeightNorm: the weights of each output feature must have a length above 0, but those of feature 0 start as Constant[value=0.0]. To fix: let weights start from a distribution.");
    assertThatThrownBy(() -> normalized(new Flatten()).parameters(ROWS))
        .hasMessage(
            "WeightNorm: the layer must have a parameter named \"weight\", but it has []. To fix: put it around a convolution or a fully connected layer.");
  }
}
