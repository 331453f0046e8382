package org.normscape.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.optim.WeightDecay;
import org.normscape.optim.WeightDecay.AppliesTo;
import org.normscape.params.Parameters;

class RegularizedTest {

  private static final double COEFFICIENT = 0.25;
  private static final Objective BARE =
      new NetworkObjective(
          Sequential.of(Dense.of(4), new BatchNorm(), Dense.of(3)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(5, 2),
          DType.FLOAT64);

  private final Parameters<TensorType> types = BARE.types().with(BARE.batch());
  private final Parameters<double[]> arguments = arguments();

  private Parameters<double[]> arguments() {
    Parameters<double[]> drawn =
        Parameters.like(
            types,
            types.paths().stream().map(path -> Numbers.normal(types.get(path), path)).toList());
    return drawn.replacedBy(Parameters.of("batch.target", new double[] {0, 1, 2, 1, 0}));
  }

  private Parameters<double[]> lossAndGradient(Objective objective) {
    return Numbers.run(objective.lossAndGradient(Statistics.BATCH), arguments);
  }

  @ParameterizedTest
  @EnumSource
  void addsTheDecayedWeightsToTheGradient(AppliesTo appliesTo) {
    Parameters<double[]> bare = lossAndGradient(BARE);
    Parameters<double[]> decayed =
        lossAndGradient(new Regularized(BARE, new WeightDecay(COEFFICIENT, appliesTo)));
    double penalty = 0;
    for (String path : BARE.parameters().paths()) {
      boolean applies =
          appliesTo == AppliesTo.ALL || BARE.parameters().get(path).role() == Role.WEIGHT;
      double factor = applies ? COEFFICIENT : 0;
      double[] w = arguments.get("parameters." + path);
      penalty += factor / 2 * Arrays.stream(w).map(x -> x * x).sum();
      double[] expected = bare.get("gradient." + path).clone();
      Arrays.setAll(expected, i -> expected[i] + factor * w[i]);
      assertThat(decayed.get("gradient." + path)).containsExactly(expected, within(1e-14));
    }
    assertThat(decayed.get("metrics.penalty")[0]).isCloseTo(penalty, within(1e-13));
    assertThat(decayed.get("loss")[0]).isCloseTo(bare.get("loss")[0] + penalty, within(1e-13));
    assertThat(decayed.get("metrics.accuracy")).containsExactly(bare.get("metrics.accuracy"));
  }

  @Test
  void appliesToWhatItSays() {
    WeightDecay decay = new WeightDecay(1, AppliesTo.WEIGHTS);
    Parameters<ParameterSpec> applied =
        BARE.parameters().where((path, spec) -> decay.appliesTo(spec));
    assertThat(applied.paths()).containsExactly("0.weight", "2.weight");
    assertThatThrownBy(() -> new WeightDecay(-1, AppliesTo.ALL))
        .hasMessage(
            "WeightDecay: factor must be at least 0, but it is -1. To fix: set a value that is allowed.");
  }
}
