package org.normscape.backend.nd4j;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.nd4j.ElementwiseLowering.Arithmetic;
import org.normscape.composite.BatchNormalization;
import org.normscape.composite.Relu;
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
    if (composite instanceof Relu) {
      return Optional.of(in -> List.of(relu(in.get(0))));
    }
    if (composite instanceof Vjp vjp && vjp.of() instanceof Relu) {
      return Optional.of(in -> List.of(reluVjp(in.get(1), in.get(2))));
    }
    Shape x = inputs.get(0).shape();
    if (composite instanceof BatchNormalization norm && isLast(norm, x)) {
      return Optional.of(in -> normalize(norm, in));
    }
    if (composite instanceof Vjp vjp
        && vjp.of() instanceof BatchNormalization norm
        && vjp.flowing().equals(List.of(0))
        && isLast(norm, x)) {
      return Optional.of(in -> normalizeVjp(norm, in));
    }
    return Optional.empty();
  }

  private static boolean isLast(BatchNormalization norm, Shape x) {
    return x.rank() > 1 && norm.channelAxis() == x.rank() - 1;
  }

  private Node relu(Node x) {
    return elementwise.arithmetic(Arithmetic.MAXIMUM, x, elementwise.fill(0, x.type()));
  }

  /** From the output, which is positive where the input is: the input is not needed any more. */
  private Node reluVjp(Node y, Node cotangent) {
    return elementwise.pointwise(
        Binary.WHERE_POSITIVE, elementwise.numbers(y), elementwise.numbers(cotangent));
  }

  private List<Node> normalize(BatchNormalization norm, List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Node mean = mean(x);
    Node variance = mean(square(centered(x, mean)));
    Node slope = elementwise.arithmetic(Arithmetic.DIVIDE, in.get(1), deviation(norm, variance));
    Node scaled = elementwise.arithmetic(Arithmetic.MULTIPLY, centered(x, mean), along(x, slope));
    Node y = elementwise.arithmetic(Arithmetic.ADD, scaled, along(x, in.get(2)));
    return List.of(y, mean, variance);
  }

  /**
   * With {@code x̂ = (x − mean) / deviation} and m elements in a channel: β receives {@code Σ ct},
   * γ receives {@code Σ ct x̂}, and x receives {@code γ / deviation (ct − Σ ct / m − x̂ Σ ct x̂ /
   * m)}.
   */
  private List<Node> normalizeVjp(BatchNormalization norm, List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Node mean = in.get(4);
    Node ct = elementwise.numbers(in.get(6));
    Node deviation = deviation(norm, in.get(5));
    Node shift = sum(ct);
    Node products = sum(elementwise.arithmetic(Arithmetic.MULTIPLY, centered(x, mean), ct));
    Node scale = elementwise.arithmetic(Arithmetic.DIVIDE, products, deviation);
    Node slope = elementwise.arithmetic(Arithmetic.DIVIDE, in.get(1), deviation);
    Node pull =
        elementwise.arithmetic(
            Arithmetic.DIVIDE,
            shared(elementwise.arithmetic(Arithmetic.MULTIPLY, slope, scale), x),
            deviation);
    Node push = shared(elementwise.arithmetic(Arithmetic.MULTIPLY, slope, shift), x);
    Node direct = elementwise.arithmetic(Arithmetic.MULTIPLY, ct, along(x, slope));
    Node pulled = elementwise.arithmetic(Arithmetic.MULTIPLY, centered(x, mean), along(x, pull));
    Node both = elementwise.arithmetic(Arithmetic.SUBTRACT, direct, pulled);
    return List.of(elementwise.arithmetic(Arithmetic.SUBTRACT, both, along(x, push)), scale, shift);
  }

  /** Written again wherever it is needed: to subtract costs less than to store. */
  private Node centered(Node x, Node mean) {
    return elementwise.arithmetic(Arithmetic.SUBTRACT, x, along(x, mean));
  }

  private Node square(Node x) {
    return elementwise.arithmetic(Arithmetic.MULTIPLY, x, x);
  }

  private Node deviation(BatchNormalization norm, Node variance) {
    Node shifted =
        elementwise.arithmetic(
            Arithmetic.ADD, variance, elementwise.fill(norm.epsilon(), variance.type()));
    return elementwise.squareRoot(shifted);
  }

  private Node sum(Node x) {
    return reductions.sum(x, x.shape().axesExcept(-1));
  }

  private Node mean(Node x) {
    return shared(sum(x), x);
  }

  /** A number for each channel, divided by the number of elements in a channel. */
  private Node shared(Node channels, Node x) {
    double count = (double) x.shape().size() / x.shape().dim(-1);
    return elementwise.arithmetic(
        Arithmetic.DIVIDE, channels, elementwise.fill(count, channels.type()));
  }

  private Node along(Node x, Node channels) {
    return layouts.broadcast(channels, x.shape(), x.shape().axesExcept(-1));
  }
}
