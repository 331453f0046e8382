package org.normscape.probe.structure;

import java.util.List;
import org.normscape.grad.Gradients;
import org.normscape.ir.Equation;
import org.normscape.ir.Operation;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * A convolution or matrix product of an input with a parameter, before any bias.
 *
 * @param operation the product
 * @param input what is multiplied
 * @param weight the parameter it is multiplied with
 * @param output what it gives
 */
public record LinearUse(Operation operation, Tensor input, Tensor weight, Tensor output) {

  static LinearUse of(Equation equation, Trace trace) {
    return new LinearUse(
        equation.operation(),
        trace.tensor(equation.inputs().get(0)),
        trace.tensor(equation.inputs().get(1)),
        trace.tensor(equation.outputs().get(0)));
  }

  /** The gradient in the weight of whatever has this gradient in the output. */
  public Tensor weightGradient(Tensor outputGradient) {
    return Gradients.vjp(List.of(output), List.of(weight), List.of(outputGradient)).get(0);
  }

  /** The same product of the sizes of the input's elements. */
  public LinearUse ofSizes() {
    Tensor sizes = input.absolute();
    return new LinearUse(
        operation, sizes, weight, input.trace().apply(operation, List.of(sizes, weight)).get(0));
  }
}
