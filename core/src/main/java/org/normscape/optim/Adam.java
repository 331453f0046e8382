package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Adam (Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1), in
 * PyTorch's convention: epsilon stands behind the root, and is not corrected.
 *
 * <pre>
 *   m ← decay₁ · m + (1 − decay₁) · g       c₁ ← decay₁ · c₁ + (1 − decay₁)
 *   s ← decay₂ · s + (1 − decay₂) · g²      c₂ ← decay₂ · c₂ + (1 − decay₂)
 *   w ← w − rate · (m / c₁) / (√(s / c₂) + epsilon)
 * </pre>
 *
 * <p>After t steps {@code c = 1 − decayᵗ}, the correction for the start at 0: it is gathered as the
 * moments are, so that no step has to be counted. The state is {@code first.<path>} (m), {@code
 * second.<path>} (s) and the numbers {@code correction.first}, {@code correction.second}, all 0 at
 * first.
 *
 * @param firstDecay the weight of the old mean of gradients, in [0, 1): β₁
 * @param secondDecay the weight of the old mean of their squares, in [0, 1): β₂
 * @param epsilon what is added to the root; greater than 0
 */
@AutoService(Optimizer.class)
public record Adam(double firstDecay, double secondDecay, double epsilon) implements Optimizer {

  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final String CORRECTION = "correction";

  public Adam {
    Rules.checkDecay(Adam.class, "firstDecay", firstDecay);
    Rules.checkDecay(Adam.class, "secondDecay", secondDecay);
    Components.positive(Adam.class, "epsilon", epsilon);
  }

  /** The paper's: decays 0.9 and 0.999, epsilon 1e-8. */
  public Adam() {
    this(0.9, 0.999, 1e-8);
  }

  /** {@code 2 (1 + decay₁)/(1 − decay₁)}, with P held (Cohen et al., 2022). */
  @Override
  public OptionalDouble stabilityLimit() {
    return OptionalDouble.of(2 * (1 + firstDecay) / (1 - firstDecay));
  }

  /** {@code √(s / c₂) + epsilon}. */
  @Override
  public Preconditioner preconditioner() {
    return (parameters, state) -> Mean.of(state, SECOND).roots(epsilon);
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> parameters) {
    TensorType number = parameters.values().get(0).withShape(Shape.SCALAR);
    return parameters
        .within(FIRST)
        .and(parameters.within(SECOND))
        .and(Parameters.of(FIRST, number).and(SECOND, number).within(CORRECTION));
  }

  @Override
  public Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    Mean first = Mean.of(state, FIRST).with(gradient, firstDecay);
    Mean second = Mean.of(state, SECOND).with(gradient.map(g -> g.times(g)), secondDecay);
    Parameters<Tensor> direction =
        first.corrected().zip(second.corrected(), (m, s) -> m.dividedBy(s.sqrt().plus(epsilon)));
    return new Update(
        Rules.against(direction, parameters, learningRate),
        first
            .values()
            .within(FIRST)
            .and(second.values().within(SECOND))
            .and(
                Parameters.of(FIRST, first.correction())
                    .and(SECOND, second.correction())
                    .within(CORRECTION)));
  }

  /**
   * A running mean that started at 0.
   *
   * @param values the mean
   * @param correction the mean of ones: the part of the mean that is not its start
   */
  private record Mean(Parameters<Tensor> values, Tensor correction) {

    static Mean of(Parameters<Tensor> state, String name) {
      return new Mean(state.under(name), state.under(CORRECTION).get(name));
    }

    Mean with(Parameters<Tensor> more, double decay) {
      return new Mean(
          values.zip(more, (old, added) -> old.times(decay).plus(added.times(1 - decay))),
          correction.times(decay).plus(1 - decay));
    }

    /** The roots of the mean plus a number; 1 where nothing was gathered. */
    Parameters<Tensor> roots(double added) {
      Tensor nothing = correction.equalTo(correction.zeros());
      Tensor divisor = nothing.select(correction.filled(1), correction);
      return values.map(
          value -> {
            List<Integer> axes = value.shape().axes();
            Tensor root =
                value.dividedBy(divisor.broadcast(value.shape(), axes)).sqrt().plus(added);
            return nothing.broadcast(value.shape(), axes).select(value.filled(1), root);
          });
    }

    Parameters<Tensor> corrected() {
      return values.map(
          value -> value.dividedBy(correction.broadcast(value.shape(), value.shape().axes())));
    }
  }
}
