package org.normscape.probe.structure;

import java.util.Optional;
import java.util.Set;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.ir.Var;

/**
 * A branch and the shortcut around it, where they are added.
 *
 * @param branch what the branch gives
 * @param skip what comes along the shortcut
 */
public record ResidualUse(Tensor branch, Tensor skip) {

  /**
   * The two parts of an activation that is a sum, one of which came in along a shortcut. A bias
   * that is added to each place is no part, and neither is what a layer computes of its input, such
   * as a normalization that adds two tensors.
   *
   * @param shortcuts what can come in: activations of other layers, the examples, and what the
   *     activation's own shortcut gives
   */
  static Optional<ResidualUse> giving(Tensor activation, Set<Var> shortcuts) {
    Trace trace = activation.trace();
    return activation
        .definition()
        .filter(equation -> equation.operation() instanceof Elementwise.Add)
        .filter(equation -> equation.inputs().stream().noneMatch(in -> isSpread(trace, in)))
        .filter(equation -> shortcuts.contains(equation.inputs().get(1)))
        .map(equation -> of(equation, trace));
  }

  private static boolean isSpread(Trace trace, Var input) {
    return trace
        .tensor(input)
        .definition()
        .filter(equation -> equation.operation() instanceof Layout.Broadcast)
        .isPresent();
  }

  private static ResidualUse of(Equation equation, Trace trace) {
    return new ResidualUse(
        trace.tensor(equation.inputs().get(0)), trace.tensor(equation.inputs().get(1)));
  }
}
