package org.normscape.optim;

import java.util.OptionalDouble;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/** What update rules have in common. */
final class Rules {

  private Rules() {}

  /** {@code w − rate · d} for each parameter. */
  static Parameters<Tensor> against(
      Parameters<Tensor> direction, Parameters<Tensor> parameters, Tensor learningRate) {
    return parameters.zip(direction, (w, d) -> w.minus(d.scaledBy(learningRate)));
  }

  /** {@code decay · v + g} for each parameter. */
  static Parameters<Tensor> accumulate(
      Parameters<Tensor> velocity, double decay, Parameters<Tensor> gradient) {
    return velocity.zip(gradient, (v, g) -> v.times(decay).plus(g));
  }

  /** Checks that a decay forgets. */
  static void checkDecay(Class<?> rule, double decay) {
    checkDecay(rule, "decay", decay);
  }

  /** Checks that a decay of this name forgets. */
  static void checkDecay(Class<?> rule, String component, double decay) {
    Components.require(
        decay >= 0 && decay < 1, rule, component, "must be in [0, 1)", decay, "0.9 is usual");
  }

  /** The root of the square of an angle; nothing where it is 0. */
  static OptionalDouble angle(double square) {
    return square > 0 ? OptionalDouble.of(Math.sqrt(square)) : OptionalDouble.empty();
  }
}
