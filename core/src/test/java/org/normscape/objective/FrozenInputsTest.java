package org.normscape.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.contract.cases.HeldScale;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.optim.WeightDecay;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** A network with a frozen value and noise, as it is and with the frozen value as an input. */
class FrozenInputsTest {

  private static final double STEP = 1e-5;
  private static final Objective BARE =
      new Regularized(
          new NetworkObjective(
              Sequential.of(
                  Dense.of(3), new HeldScale(), new NoisyScale(0.1), new Tanh(), Dense.of(1)),
              new SquaredError(LossReduction.MEAN),
              Shape.of(4, 2),
              DType.FLOAT64),
          new WeightDecay(0.1, WeightDecay.AppliesTo.WEIGHTS));
  private static final FrozenInputs HELD = new FrozenInputs(BARE);

  private final Parameters<double[]> arguments = arguments();

  private static Parameters<double[]> arguments() {
    Parameters<TensorType> types = BARE.types().with(BARE.arguments(Statistics.BATCH));
    Parameters<double[]> drawn =
        Parameters.like(
            types,
            types.paths().stream().map(path -> Numbers.normal(types.get(path), path)).toList());
    Parameters<double[]> frozen = Numbers.run(HELD.values(Statistics.BATCH), drawn);
    return drawn.and(frozen.within("batch"));
  }

  /** The gradient at θ, and {@code H v} for {@code v = w} itself. */
  private static NamedProgram derivatives(Objective objective) {
    return NamedProgram.trace(
        objective.types().with(objective.arguments(Statistics.BATCH)),
        arguments -> {
          Parameters<Tensor> w = arguments.under("parameters");
          Tensor loss =
              objective
                  .evaluate(
                      new Point<>(w, Parameters.none()), arguments.under("batch"), Statistics.BATCH)
                  .loss();
          List<Tensor> product =
              Products.hessianVector(
                  loss, w.values(), w.values().stream().map(Tensor::stopGradient).toList());
          return Parameters.like(w, Gradients.of(loss, w.values()))
              .within("gradient")
              .and(Parameters.like(w, product).within("product"));
        });
  }

  private static double[] gradient(Parameters<double[]> results) {
    return flat(results.under("gradient"));
  }

  private static double[] flat(Parameters<double[]> all) {
    return all.values().stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** The central difference of gradients along the parameters themselves. */
  private double[] difference(Objective objective) {
    NamedProgram program = derivatives(objective);
    double[] ahead = gradient(Numbers.run(program, scaled(1 + STEP)));
    double[] behind = gradient(Numbers.run(program, scaled(1 - STEP)));
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = (ahead[i] - behind[i]) / (2 * STEP);
    }
    return ahead;
  }

  private Parameters<double[]> scaled(double factor) {
    Parameters<double[]> moved =
        arguments
            .where((path, values) -> path.startsWith("parameters."))
            .map(values -> Arrays.stream(values).map(x -> factor * x).toArray());
    return arguments.replacedBy(moved);
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void saysWhatItsBatchHolds() {
    assertThat(BARE.batch().paths()).containsExactly("input", "target");
    assertThat(BARE.frozen().byPath()).isEqualTo(Map.of("1.root", TensorType.float64(3)));
    assertThat(HELD.batch().paths()).containsExactly("input", "target", "frozen.1.root");
    assertThat(HELD.arguments(Statistics.BATCH).paths())
        .containsExactly("input", "target", "frozen.1.root", "noise.2.noise");
    assertThat(HELD.arguments(Statistics.RUNNING).paths())
        .as("no noise where nothing is drawn")
        .containsExactly("input", "target", "frozen.1.root");
    assertThat(HELD.frozen().size()).isZero();
  }

  @Test
  void atThePointItselfTheGradientIsTheSame() {
    assertThat(gradient(Numbers.run(derivatives(HELD), arguments)))
        .containsExactly(gradient(Numbers.run(derivatives(BARE), arguments)));
  }

  @Test
  void theHessianIsThatOfFiniteDifferences() {
    double[] product = flat(Numbers.run(derivatives(HELD), arguments).under("product"));
    assertThat(difference(HELD)).containsExactly(product, within(1e-8));
  }

  @Test
  void withoutThisItIsNot() {
    double[] product = flat(Numbers.run(derivatives(BARE), arguments).under("product"));
    assertThat(distance(difference(BARE), product)).isGreaterThan(0.1);
  }
}
