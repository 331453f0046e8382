package org.normscape.backend.tf.lowering;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.backend.tf.graph.Sums;
import org.normscape.backend.tf.standardization.Standardizations;
import org.normscape.composite.Relu;
import org.normscape.composite.Standardization;
import org.normscape.grad.Vjp;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering.Kernel;
import org.normscape.ir.TensorType;
import org.tensorflow.op.Ops;

/**
 * The composites that TensorFlow says in one operation on a CPU, or in fewer passes than the body.
 */
final class Kernels {

  private final Ops tf;
  private final Framing framing;
  private final Standardizations standardizations;

  Kernels(Ops tf, Framing framing, Sums sums) {
    this.tf = tf;
    this.framing = framing;
    this.standardizations = new Standardizations(tf, framing, sums);
  }

  Optional<Kernel<Node>> of(Composite composite, List<TensorType> inputs) {
    if (composite instanceof Relu) {
      return Optional.of(in -> List.of(relu(in.get(0))));
    }
    if (composite instanceof Standardization norm && Standardizations.has(norm, inputs.get(0))) {
      return Optional.of(in -> standardizations.normalized(norm, in));
    }
    return composite instanceof Vjp vjp ? gradient(vjp, inputs) : Optional.empty();
  }

  private Optional<Kernel<Node>> gradient(Vjp vjp, List<TensorType> inputs) {
    if (vjp.of() instanceof Relu) {
      return Optional.of(in -> List.of(reluGradient(in.get(1), in.get(2))));
    }
    return vjp.of() instanceof Standardization norm && Standardizations.has(norm, inputs.get(0))
        ? Optional.of(in -> standardizations.gradient(norm, vjp.flowing(), in))
        : Optional.empty();
  }

  /** TensorFlow's maximum lets NaN through, as the rectifier does. */
  private Node relu(Node x) {
    return new Node(tf.math.maximum(x.operand(), framing.scalar(x.dtype(), 0)), x.shape());
  }

  /**
   * From the output, which is positive where the input is: the input is not needed any more.
   * TensorFlow multiplies by 0 or 1: a cotangent that is finite is selected.
   */
  private Node reluGradient(Node y, Node cotangent) {
    return Node.stored(tf.nn.reluGrad(framing.stored(cotangent), framing.stored(y)));
  }
}
