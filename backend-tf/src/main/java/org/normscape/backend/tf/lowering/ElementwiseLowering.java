package org.normscape.backend.tf.lowering;

import static org.normscape.backend.tf.graph.Conversions.type;
import static org.normscape.backend.tf.graph.Conversions.untyped;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.DType;
import org.normscape.ir.Lowering;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TNumber;

/** The elementwise primitives in the operations of TensorFlow, which repeat what is stored once. */
abstract class ElementwiseLowering implements Lowering<Node> {

  private final Ops tf;
  private final Framing framing;

  ElementwiseLowering(Ops tf, Framing framing) {
    this.tf = tf;
    this.framing = framing;
  }

  private static Node unary(UnaryOperator<Operand<TNumber>> operation, Node x) {
    return new Node(operation.apply(x.operand()), x.shape());
  }

  private static Node binary(BinaryOperator<Operand<TNumber>> operation, Node x, Node y) {
    return new Node(operation.apply(x.operand(), y.operand()), x.shape());
  }

  private Node compare(
      BiFunction<Operand<TNumber>, Operand<TNumber>, Operand<TBool>> comparison, Node x, Node y) {
    Operand<TBool> truth = comparison.apply(x.operand(), y.operand());
    return new Node(untyped(tf.dtypes.cast(truth, type(x.dtype()))), x.shape(), truth);
  }

  private Operand<TBool> truth(Node mask) {
    Operand<TBool> known = mask.truth();
    return known != null
        ? known
        : tf.math.notEqual(mask.operand(), framing.scalar(mask.dtype(), 0));
  }

  @Override
  public Node add(Node x, Node y) {
    if (isBias(y) && !x.repeats()) {
      return Node.stored(tf.nn.biasAdd(x.operand(), vector(y)));
    }
    return isBias(x) && !y.repeats() ? add(y, x) : binary(tf.math::add, x, y);
  }

  /**
   * Whether a vector repeats along all axes but the last. TensorFlow lets a convolution add it
   * where it is named as a bias.
   */
  private static boolean isBias(Node x) {
    int last = x.shape().rank() - 1;
    return last >= 1
        && x.repeats()
        && x.stored().size() == x.shape().dim(last)
        && x.stored().dim(last) == x.shape().dim(last);
  }

  private Operand<TNumber> vector(Node bias) {
    return tf.reshape(bias.operand(), framing.constant(List.of(bias.shape().dim(-1))));
  }

  @Override
  public Node subtract(Node x, Node y) {
    return binary(tf.math::sub, x, y);
  }

  @Override
  public Node multiply(Node x, Node y) {
    return binary(tf.math::mul, x, y);
  }

  @Override
  public Node divide(Node x, Node y) {
    return binary(tf.math::div, x, y);
  }

  @Override
  public Node maximum(Node x, Node y) {
    return binary(tf.math::maximum, x, y);
  }

  @Override
  public Node minimum(Node x, Node y) {
    return binary(tf.math::minimum, x, y);
  }

  @Override
  public Node greater(Node x, Node y) {
    return compare(tf.math::greater, x, y);
  }

  @Override
  public Node greaterOrEqual(Node x, Node y) {
    return compare(tf.math::greaterEqual, x, y);
  }

  @Override
  public Node equal(Node x, Node y) {
    return compare(tf.math::equal, x, y);
  }

  @Override
  public Node select(Node mask, Node x, Node y) {
    return new Node(tf.select(truth(mask), x.operand(), y.operand()), x.shape());
  }

  @Override
  public Node negate(Node x) {
    return unary(tf.math::neg, x);
  }

  @Override
  public Node absolute(Node x) {
    return unary(tf.math::abs, x);
  }

  @Override
  public Node sign(Node x) {
    return unary(tf.math::sign, x);
  }

  @Override
  public Node exp(Node x) {
    return unary(tf.math::exp, x);
  }

  @Override
  public Node log(Node x) {
    return unary(tf.math::log, x);
  }

  @Override
  public Node sqrt(Node x) {
    return unary(tf.math::sqrt, x);
  }

  @Override
  public Node reciprocalSqrt(Node x) {
    return unary(tf.math::rsqrt, x);
  }

  @Override
  public Node power(Node x, double exponent) {
    return unary(base -> tf.math.pow(base, framing.scalar(x.dtype(), exponent)), x);
  }

  @Override
  public Node tanh(Node x) {
    return unary(tf.math::tanh, x);
  }

  @Override
  public Node sigmoid(Node x) {
    return unary(tf.math::sigmoid, x);
  }

  @Override
  public Node softplus(Node x) {
    return unary(tf.math::softplus, x);
  }

  @Override
  public Node erf(Node x) {
    return unary(tf.math::erf, x);
  }

  @Override
  public Node cast(Node x, DType dtype) {
    return unary(from -> untyped(tf.dtypes.cast(from, type(dtype))), x);
  }

  @Override
  public Node stopGradient(Node x) {
    return x;
  }
}
