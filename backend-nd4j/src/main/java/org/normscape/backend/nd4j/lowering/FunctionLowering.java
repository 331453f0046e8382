package org.normscape.backend.nd4j.lowering;

import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Comparison;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.operation.NativeCalls.Table;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.ir.DType;

/** How elementary functions are said: by ND4J's own where they are right, by formulas elsewhere. */
final class FunctionLowering {

  private static final int POWER = 31;

  private final Recorder recorder;
  private final NativeCalls calls;
  private final ElementwiseLowering elementwise;

  FunctionLowering(Recorder recorder, NativeCalls calls, ElementwiseLowering elementwise) {
    this.recorder = recorder;
    this.calls = calls;
    this.elementwise = elementwise;
  }

  Node exp(Node x) {
    return elementwise.unary(Table.STRICT, 23, x);
  }

  Node log(Node x) {
    return elementwise.unary(Table.STRICT, 24, x);
  }

  Node sigmoid(Node x) {
    return elementwise.unary(Table.STRICT, 26, x);
  }

  Node erf(Node x) {
    return elementwise.unary(Table.STRICT, 45, x);
  }

  Node reciprocalSquareRoot(Node x) {
    return elementwise.unary(Table.FLOAT, 3, x);
  }

  Node power(Node in, double exponent) {
    Node x = elementwise.numbers(in);
    if (exponent == 2) {
      return multiply(x, x);
    }
    Node z = recorder.computed(x.type());
    calls.scalar(POWER, x.view(), exponent, z.view());
    return z;
  }

  /** {@code max(x, 0) + log(1 + e)} with {@code e = exp(−|x|)}; ND4J's own overflows. */
  Node softplus(Node x) {
    Node e = exp(elementwise.negate(elementwise.absolute(x)));
    Node u = add(e, like(e, 1));
    Node lost = subtract(subtract(u, like(e, 1)), e);
    Node log = subtract(log(u), divide(lost, u));
    return add(elementwise.arithmetic(Arithmetic.MAXIMUM, x, like(x, 0)), log);
  }

  /**
   * {@code sign(x) (1 − e) / (1 + e)} with {@code e = exp(−2|x|)}, and Taylor's polynomial near 0,
   * where {@code 1 − e} loses digits. ND4J's own is wrong by 3e-6 in float32.
   */
  Node tanh(Node in) {
    Node x = elementwise.numbers(in);
    Node size = elementwise.absolute(x);
    Node e = exp(multiply(size, like(x, -2)));
    Node ratio = divide(subtract(like(x, 1), e), add(e, like(x, 1)));
    Node far = multiply(elementwise.sign(x), ratio);
    double border = x.type().dtype() == DType.FLOAT32 ? 0.25 : 0.02;
    return elementwise.select(
        elementwise.compare(Comparison.GREATER, like(x, border), size), tanhNearZero(x), far);
  }

  private Node tanhNearZero(Node x) {
    Node square = multiply(x, x);
    Node sum = like(x, 62.0 / 2835);
    for (double coefficient : new double[] {-17.0 / 315, 2.0 / 15, -1.0 / 3, 1}) {
      sum = add(multiply(square, sum), like(x, coefficient));
    }
    return multiply(x, sum);
  }

  private Node like(Node x, double value) {
    return elementwise.fill(value, x.type());
  }

  private Node add(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.ADD, x, y);
  }

  private Node subtract(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.SUBTRACT, x, y);
  }

  private Node multiply(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.MULTIPLY, x, y);
  }

  private Node divide(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.DIVIDE, x, y);
  }
}
