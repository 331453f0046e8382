package org.normscape.optim;

import java.util.Map;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.params.Parameters;

/**
 * A pull of parameters towards 0: the penalty {@code factor / 2 · ‖w‖²}, whose gradient is {@code
 * factor · w}, as {@code weight_decay} of SGD in PyTorch. {@code
 * org.normscape.objective.Regularized} adds it to an objective.
 *
 * @param factor how strong it is; at least 0, and 0 for none. 5e-4 is usual
 * @param appliesTo which parameters are pulled
 */
public record WeightDecay(double factor, AppliesTo appliesTo) {

  /** Which parameters are pulled. */
  public enum AppliesTo {
    /** All, as PyTorch's optimizers do when given all parameters. */
    ALL,
    /** Those with {@link Role#WEIGHT}: no biases, no scales and shifts of normalizations. */
    WEIGHTS
  }

  public WeightDecay {
    Components.notNegative(WeightDecay.class, "factor", factor);
  }

  /** None; were there one, it would pull the weights alone. */
  public WeightDecay() {
    this(0);
  }

  /** A pull of the weights alone. */
  public WeightDecay(double factor) {
    this(factor, AppliesTo.WEIGHTS);
  }

  /** Whether a parameter is pulled. */
  public boolean appliesTo(ParameterSpec spec) {
    return appliesTo == AppliesTo.ALL || spec.role() == Role.WEIGHT;
  }

  /**
   * The penalty, a scalar; empty when there is nothing that is pulled.
   *
   * @param specs what the parameters are for
   * @param parameters their values, by the same paths
   */
  public Optional<Tensor> penalty(Parameters<ParameterSpec> specs, Parameters<Tensor> parameters) {
    return specs.byPath().entrySet().stream()
        .filter(entry -> appliesTo(entry.getValue()))
        .map(Map.Entry::getKey)
        .map(parameters::get)
        .map(w -> w.dot(w))
        .reduce(Tensor::plus)
        .map(squares -> squares.times(factor / 2));
  }
}
