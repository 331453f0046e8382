package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Rules around rules, on two output features with weights (3, 4) and (0, 0). */
class GradientRulesTest {

  private static final Parameters<TensorType> TYPES =
      Parameters.of("dense1.weight", TensorType.float64(2, 2))
          .and("dense1.bias", TensorType.float64(2));
  private static final Parameters<double[]> START =
      Parameters.of("dense1.weight", new double[] {3, 0, 4, 0})
          .and("dense1.bias", new double[] {0.6, 0.8});
  private static final Parameters<double[]> GRADIENT =
      Parameters.of("dense1.weight", new double[] {0, 3, 10, 4})
          .and("dense1.bias", new double[] {1, 2});

  private static Parameters<double[]> stepped(Optimizer rule) {
    return Walk.of(rule, TYPES, START, List.of(GRADIENT), 1).get(0);
  }

  private static void check(Optimizer rule, double[] weight, double[] bias) {
    Parameters<double[]> after = stepped(rule);
    assertThat(after.get("dense1.weight")).containsExactly(weight, within(1e-12));
    assertThat(after.get("dense1.bias")).containsExactly(bias, within(1e-12));
  }

  @Test
  void centralizationTakesTheMeanOfEachFeature() {
    check(
        new GradientCentralization(new Sgd()),
        new double[] {3 + 5, 0 + 0.5, 4 - 5, 0 - 0.5},
        new double[] {-0.4, -1.2});
  }

  /** The mean of an output feature's weights stays, also with momentum. */
  @Test
  void centralizedWeightsKeepTheirMean() {
    List<Parameters<double[]>> walk =
        Walk.of(
            new GradientCentralization(new Momentum()),
            TYPES,
            START,
            List.of(GRADIENT, GRADIENT, GRADIENT),
            0.3);
    double[] w = walk.get(2).get("dense1.weight");
    assertThat(w[0] + w[2]).isCloseTo(7, within(1e-12));
    assertThat(w[0]).isGreaterThan(4);
  }

  /** The squares of the gradient add up to 130. */
  @Test
  void clippingShortensTheWholeGradient() {
    double norm = Math.sqrt(9 + 100 + 16 + 1 + 4);
    double factor = 1 / (norm + 1e-6);
    check(
        new GradientNormClipping(new Sgd(), 1),
        new double[] {3, -3 * factor, 4 - 10 * factor, -4 * factor},
        new double[] {0.6 - factor, 0.8 - 2 * factor});
    check(
        new GradientNormClipping(new Sgd(), 12),
        new double[] {3, -3, -6, -4},
        new double[] {-0.4, -1.2});
  }

  /** Norms of weights 5, 0 and 1 for the bias; of gradients 10, 5 and √5. */
  @Test
  void adaptiveClippingLooksAtTheWeightsOfEachFeature() {
    double ofZero = 0.1 * 0.5 / 5;
    double ofBias = 0.1 / Math.sqrt(5);
    check(
        new AdaptiveGradientClipping(new Sgd(), 0.1, 0.5, List.of()),
        new double[] {3, -3 * ofZero, 4 - 10 * 0.05, -4 * ofZero},
        new double[] {0.6 - ofBias, 0.8 - 2 * ofBias});
    check(
        new AdaptiveGradientClipping(new Sgd(), 2, 5, List.of()),
        new double[] {3, -3, -6, -4},
        new double[] {-0.4, -1.2});
  }

  @Test
  void layersCanBeExcepted() {
    assertThat(stepped(new AdaptiveGradientClipping(new Sgd(), 0.1, 0.5, List.of("dense1"))))
        .usingRecursiveComparison()
        .isEqualTo(stepped(new Sgd()));
    assertThat(
            stepped(new AdaptiveGradientClipping(new Sgd(), 0.1, 0.5, List.of("dense")))
                .get("dense1.weight"))
        .as("a name is not a prefix")
        .isNotEqualTo(stepped(new Sgd()).get("dense1.weight"));
  }

  /** (3, 4 − 10) and (−3, −4), each divided by its length. */
  @Test
  void weightsArePutBackToTheSphere() {
    double first = Math.sqrt(45);
    check(
        new SphereProjection(new Sgd()),
        new double[] {3 / first, -0.6, -6 / first, -0.8},
        new double[] {-0.4, -1.2});
  }

  @Test
  void aGroupHasALearningRateOfItsOwn() {
    check(
        new ParameterGroup(".*\\.bias", 0.5, new Sgd()),
        new double[] {3, -3, -6, -4},
        new double[] {0.1, -0.2});
  }

  /** The velocity of the others is what it is without a group: 1, 1.9 and 2.71 gradients. */
  @Test
  void aGroupWithTheFactorZeroStaysWhereItStarts() {
    List<Parameters<double[]>> walk =
        Walk.of(
            new ParameterGroup("dense1\\.weight", 0, new Momentum()),
            TYPES,
            START,
            List.of(GRADIENT, GRADIENT, GRADIENT),
            1);
    assertThat(walk.get(2).get("dense1.weight")).containsExactly(START.get("dense1.weight"));
    assertThat(walk.get(2).get("dense1.bias")[0]).isCloseTo(0.6 - 1 - 1.9 - 2.71, within(1e-12));
  }

  @Test
  void aGroupThatHoldsEverythingIsTheRuleItself() {
    assertThat(stepped(new ParameterGroup(".*", 1, new Sgd())))
        .usingRecursiveComparison()
        .isEqualTo(stepped(new Sgd()));
  }

  @Test
  void aGroupHoldsSomething() {
    assertThatThrownBy(() -> stepped(new ParameterGroup("norm.*", 0, new Sgd())))
        .hasMessage(
            "ParameterGroup: parameters must match the whole path of a parameter, one of dense1.weight, dense1.bias, but it is \"norm.*\". To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new ParameterGroup("(", 0, new Sgd()))
        .hasMessageContaining("must be a regular expression that is not empty");
  }

  @Test
  void whatIsRememberedIsThatOfTheRule() {
    for (Optimizer rule :
        List.of(
            new GradientCentralization(new Adam()),
            new GradientNormClipping(new Adam(), 1),
            new AdaptiveGradientClipping(new Adam(), 0.01, 1e-3, List.of()),
            new SphereProjection(new Adam()))) {
      assertThat(rule.state(TYPES)).isEqualTo(new Adam().state(TYPES));
    }
  }

  @Test
  void areFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Optimizer.class))
        .contains(
            new Adam(),
            new AdamW(),
            new Lars(),
            new GradientCentralization(),
            new GradientNormClipping(),
            new AdaptiveGradientClipping(),
            new SphereProjection(),
            new ParameterGroup());
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> new GradientNormClipping(new Sgd(), 0))
        .hasMessage(
            "GradientNormClipping: largest must be greater than 0, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new AdaptiveGradientClipping(new Sgd(), 0, 1, List.of()))
        .hasMessageContaining("threshold must be greater than 0");
  }
}
