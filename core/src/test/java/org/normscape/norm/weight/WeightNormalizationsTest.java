package org.normscape.norm.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Call;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initialization;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;

/** What normalizations of weights have in common: derivatives, known values, invariances. */
class WeightNormalizationsTest {

  private static final Shape FILTERS = Shape.of(3, 3, 4, 5);
  private static final Shape ROWS = Shape.of(3, 5);
  private static final Shape IMAGES = Shape.of(2, 5, 4, 3);

  private static final List<WeightNormalization> ALL =
      List.of(
          new WeightNorm(),
          new CenteredWeightNorm(),
          new WeightCentralization(),
          new WeightStandardization(),
          WeightStandardization.original(),
          new ScaledWeightStandardization(),
          ScaledWeightStandardization.deepMind(),
          new SpectralNorm(),
          new ConvergedSpectralNorm(),
          new ConvergedSpectralNorm(1),
          new SigmaReparam(2, 1e-12));

  static Stream<Arguments> normalizations() {
    return ALL.stream()
        .flatMap(
            norm -> Stream.of(Statistics.values()).map(statistics -> arguments(norm, statistics)));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void hasTheRightDerivatives(WeightNormalization norm, Statistics statistics) {
    Numbers.checkDerivatives(norm.around(Dense.of(4)), ROWS, statistics);
    Numbers.checkDerivatives(norm.around(Conv2d.of(4, 3)), IMAGES, statistics);
  }

  /** One weight for each feature: it is its own mean. */
  @Test
  void oneWeightIsItsOwnMean() {
    Layer layer = new WeightStandardization().around(Dense.of(2));
    Numbers.checkDerivatives(layer, Shape.of(2, 1), Statistics.BATCH);
    double[] y =
        Numbers.run(
                layer,
                Shape.of(1, 1),
                Statistics.BATCH,
                new double[] {7},
                new double[] {2, 3},
                new double[] {0.5, -0.5})
            .get(0);
    assertThat(y).containsExactly(0.5, -0.5);
  }

  static Stream<Arguments> known() {
    return Stream.of(
        arguments(
            new WeightNorm(),
            new double[] {
              -0.19378773478579414,
              -0.03698863614652613,
              0.33934841848747704,
              -0.1360670605549867,
              0.3275656729161233
            },
            -0.43675423055483115),
        arguments(
            new CenteredWeightNorm(),
            new double[] {
              -0.348757495526952,
              0.3088411936301291,
              0.3369176657783226,
              -0.06231755208400934,
              0.3930706100747097
            },
            -0.3930706100747097),
        arguments(
            new WeightStandardization(),
            new double[] {
              -2.0925424212317476,
              1.6845680283431606,
              1.6845680283431606,
              -0.287619220517384,
              1.6845680283431606
            },
            -1.6845680283431606),
        arguments(
            WeightStandardization.original(),
            new double[] {
              -2.0632453963836865,
              1.6609460910534686,
              1.6609460910534686,
              -0.28359293153629334,
              1.6609460910534686
            },
            -1.6609460910534686),
        arguments(
            new ScaledWeightStandardization(),
            new double[] {
              -0.5977552702719751,
              0.5293347210276228,
              0.5774560593028613,
              -0.10680962741627778,
              0.6736987358533382
            },
            -0.6736987358533382),
        arguments(
            ScaledWeightStandardization.deepMind(),
            new double[] {
              -0.348757495526952,
              0.3088411936301291,
              0.3369176657783226,
              -0.06231755208400934,
              0.3930706100747097
            },
            -0.3930706100747097),
        arguments(
            new WeightCentralization(),
            new double[] {
              -1.3398692810457515,
              0.3431372549019608,
              0.3431372549019608,
              -0.2178649237472767,
              0.3431372549019608
            },
            -0.3431372549019608));
  }

  /** Filters {@code [3,3,4,5]} with scales 1 + 0.1 o, computed outside of this project. */
  @ParameterizedTest
  @MethodSource("known")
  void hasValuesThatWereComputedElsewhere(WeightNormalization norm, double[] first, double last) {
    double[] w =
        Numbers.run(
                List.of(TensorType.float64(3, 3, 4, 5), TensorType.float64(5)),
                in ->
                    List.of(
                        norm.apply(
                                Call.of(
                                    Parameters.of("scale", in.get(1)),
                                    Parameters.none(),
                                    Statistics.BATCH),
                                in.get(0))
                            .output()),
                List.of(filters(), new double[] {1, 1.1, 1.2, 1.3, 1.4}))
            .get(0);
    assertThat(Arrays.copyOf(w, first.length)).containsExactly(first, within(1e-13));
    assertThat(w[w.length - 1]).isCloseTo(last, within(1e-13));
  }

  private static double[] filters() {
    double[] v = new double[FILTERS.size()];
    Arrays.setAll(v, i -> (41 * i + 5) % 103 / 51.0 - 1);
    return v;
  }

  static Stream<WeightNormalization> scaleInvariant() {
    return Stream.of(
        new WeightNorm(),
        new CenteredWeightNorm(),
        new WeightStandardization(0, FilterDeviation.UNDER_ROOT),
        new WeightStandardization(0, FilterDeviation.BEHIND_ROOT),
        new ScaledWeightStandardization(1.5, 0, FilterFloor.ADDED),
        ScaledWeightStandardization.deepMind(),
        new SpectralNorm(),
        new ConvergedSpectralNorm(),
        new SigmaReparam());
  }

  /**
   * A loss of the normalized weights does not depend on the length of v: {@code ⟨∂L/∂v, v⟩ = 0},
   * and, differentiated once more, {@code H v = −∂L/∂v}.
   */
  @ParameterizedTest
  @MethodSource("scaleInvariant")
  void lengthHasNoEffectToOrderTwo(WeightNormalization norm) {
    List<double[]> results = gradientAndProduct(norm);
    double[] v = filters();
    double[] g = results.get(0);
    double[] product = results.get(1);
    double along = 0;
    for (int i = 0; i < v.length; i++) {
      along += g[i] * v[i];
      assertThat(product[i]).isCloseTo(-g[i], within(1e-10));
    }
    assertThat(along).isCloseTo(0, within(1e-11));
    assertThat(Arrays.stream(g).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-2);
  }

  /** Means over an output feature's weights have no effect, nor does the gradient have one. */
  @ParameterizedTest
  @MethodSource("centered")
  void theGradientOfCenteredWeightsHasTheMeanZero(WeightNormalization norm) {
    double[] g = gradientAndProduct(norm).get(0);
    for (int feature = 0; feature < 5; feature++) {
      double sum = 0;
      for (int i = feature; i < g.length; i += 5) {
        sum += g[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-11));
    }
  }

  static Stream<WeightNormalization> centered() {
    return ALL.subList(1, 7).stream();
  }

  /** For the loss {@code Σ sin-like(w · r)} of weights w: its gradient in v, and {@code H v}. */
  private static List<double[]> gradientAndProduct(WeightNormalization norm) {
    ParameterSpec weight = new ParameterSpec(FILTERS, Role.WEIGHT, Glorot.normal());
    Parameters<ParameterSpec> beside = norm.parameters(weight);
    Parameters<TensorType> types =
        Parameters.of("v", TensorType.float64(3, 3, 4, 5))
            .and("r", TensorType.float64(3, 3, 4, 5))
            .and(beside.map(spec -> spec.type(DType.FLOAT64)).within("beside"))
            .and(norm.state(weight).map(spec -> spec.type(DType.FLOAT64)).within("state"));
    Parameters<double[]> drawn =
        Parameters.like(
            types,
            types.paths().stream().map(path -> Numbers.normal(types.get(path), path)).toList());
    Parameters<double[]> results =
        Numbers.run(
            types,
            in -> derivatives(norm, norm.frozen(weight), in),
            drawn.replacedBy(Parameters.of("v", filters())));
    return List.of(results.get("gradient"), results.get("product"));
  }

  private static Parameters<Tensor> derivatives(
      WeightNormalization norm, Parameters<Shape> frozen, Parameters<Tensor> in) {
    Tensor v = in.get("v");
    Call call =
        new Call(
            in.under("beside"),
            in.under("state"),
            Parameters.none(),
            Parameters.like(frozen, in.under("state").values()),
            Statistics.BATCH);
    Tensor w = norm.apply(call, v).output();
    Tensor loss = w.times(in.get("r")).tanh().sum();
    Tensor held = v.stopGradient();
    return Parameters.of("gradient", Gradients.of(loss, List.of(v)).get(0))
        .and("product", Products.hessianVector(loss, List.of(v), List.of(held)).get(0));
  }

  @Test
  void areFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Normalization.class))
        .contains(
            new WeightNorm(),
            new CenteredWeightNorm(),
            new WeightCentralization(),
            new WeightStandardization(),
            new ScaledWeightStandardization(),
            new SpectralNorm(),
            new ConvergedSpectralNorm(),
            new SigmaReparam());
  }

  @Test
  void sayWhatTheyTake() {
    assertThatThrownBy(() -> new WeightStandardization(-1, FilterDeviation.UNDER_ROOT))
        .hasMessage(
            "WeightStandardization: epsilon must be at least 0, but it is -1. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new ScaledWeightStandardization(0, 1e-6, FilterFloor.ADDED))
        .hasMessageContaining("gain must be greater than 0, but it is 0");
    assertThatThrownBy(() -> new SigmaReparam(0, 1e-12))
        .hasMessageContaining("iterations must be at least 1, but it is 0");
    Layer unbiased = WeightStandardization.original().around(Dense.of(2));
    assertThatThrownBy(() -> Numbers.checkDerivatives(unbiased, Shape.of(2, 1), Statistics.BATCH))
        .hasMessageContaining(
            "WeightStandardization: the unbiased deviation needs at least 2 weights for each output feature, but the weights are [1,2]. To fix: use UNDER_ROOT.");
    Layer equal = new CenteredWeightNorm().around(new Dense(2, new Dense().bias(), Constant.ONE));
    assertThatThrownBy(() -> Initialization.values(equal.parameters(ROWS), 1))
        .hasMessageContaining("must have a length above 0");
  }
}
