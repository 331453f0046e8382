package org.normscape.backend.nd4j.lowering;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.nd4j.fusion.Binary;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.composite.Relu;
import org.normscape.composite.Standardization;
import org.normscape.grad.Vjp;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering.Kernel;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * The composites that are said otherwise than by their bodies, since that takes less memory
 * traffic.
 */
final class CompositeLowering {

  private final ElementwiseLowering elementwise;
  private final LayoutLowering layouts;
  private final ReductionLowering reductions;

  CompositeLowering(
      ElementwiseLowering elementwise, LayoutLowering layouts, ReductionLowering reductions) {
    this.elementwise = elementwise;
    this.layouts = layouts;
    this.reductions = reductions;
  }

  Optional<Kernel<Node>> kernel(Composite composite, List<TensorType> inputs) {
    Shape x = inputs.get(0).shape();
    if (composite instanceof Vjp vjp) {
      return gradient(vjp, x);
    }
    return composite instanceof Relu
        ? Optional.of(in -> List.of(relu(in.get(0))))
        : standardization(composite, x).map(s -> s::normalized);
  }

  private Optional<Kernel<Node>> gradient(Vjp vjp, Shape x) {
    return vjp.of() instanceof Relu
        ? Optional.of(in -> List.of(reluGradient(in.get(1), in.get(2))))
        : standardization(vjp.of(), x).map(s -> in -> s.gradient(vjp.flowing(), in));
  }

  private Optional<Standardizations> standardization(Composite composite, Shape x) {
    return composite instanceof Standardization norm && Standardizations.has(norm, x)
        ? Optional.of(new Standardizations(elementwise, layouts, reductions, norm, x))
        : Optional.empty();
  }

  private Node relu(Node x) {
    return elementwise.arithmetic(Arithmetic.MAXIMUM, x, elementwise.fill(0, x.type()));
  }

  /** From the output, which is positive where the input is: the input is not needed any more. */
  private Node reluGradient(Node y, Node cotangent) {
    return elementwise.pointwise(
        Binary.WHERE_POSITIVE, elementwise.numbers(y), elementwise.numbers(cotangent));
  }
}
