package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization",
 * 2019, algorithm 2), in PyTorch's convention: the decay is multiplied with the learning rate, and
 * comes first.
 *
 * <pre>
 *   w ← w − rate · decoupledDecay · w        then {@link Adam}
 * </pre>
 *
 * <p>The decay is part of the rule: the loss has no penalty, and the {@link WeightDecay} of a
 * descent, which adds one, is left at 0. The state is that of {@link Adam}.
 *
 * @param firstDecay the weight of the old mean of gradients, in [0, 1): β₁
 * @param secondDecay the weight of the old mean of their squares, in [0, 1): β₂
 * @param epsilon what is added to the root; greater than 0
 * @param decoupledDecay how strongly parameters are pulled to 0, {@code weight_decay} in PyTorch;
 *     at least 0
 * @param appliesTo which parameters are pulled
 */
@AutoService(Optimizer.class)
public record AdamW(
    double firstDecay,
    double secondDecay,
    double epsilon,
    double decoupledDecay,
    ParameterSubset appliesTo)
    implements Optimizer {

  public AdamW {
    new Adam(firstDecay, secondDecay, epsilon);
    Components.notNegative(AdamW.class, "decoupledDecay", decoupledDecay);
  }

  /** Decays 0.9 and 0.999, epsilon 1e-8, a pull of 0.01 on weights alone. */
  public AdamW() {
    this(0.9, 0.999, 1e-8, 0.01, ParameterSubset.WEIGHTS);
  }

  /** The same with a pull on all parameters, as PyTorch's when given all of them. */
  public static AdamW pytorch() {
    return new AdamW(0.9, 0.999, 1e-8, 0.01, ParameterSubset.ALL);
  }

  /** As that of {@link Adam}. */
  @Override
  public OptionalDouble stabilityLimit() {
    return adam().stabilityLimit();
  }

  @Override
  public Preconditioner preconditioner() {
    return adam().preconditioner();
  }

  /** {@code √(2ηλ(1 − decay₁)/(1 + decay₁))} with the decay λ of the rule. */
  @Override
  public OptionalDouble equilibriumAngle(double learningRate, double weightDecay) {
    return Rules.angle(
        weightDecay > 0
            ? 0
            : 2 * learningRate * decoupledDecay * (1 - firstDecay) / (1 + firstDecay));
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> parameters) {
    return adam().state(parameters);
  }

  @Override
  public Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    Tensor kept = learningRate.filled(1).minus(learningRate.times(decoupledDecay));
    Parameters<Tensor> pulled = parameters.map(w -> appliesTo.contains(w) ? w.scaledBy(kept) : w);
    return adam().update(pulled, gradient, state, learningRate);
  }

  private Adam adam() {
    return new Adam(firstDecay, secondDecay, epsilon);
  }
}
