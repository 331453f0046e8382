package org.normscape.backend.nd4j.lowering;

import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.operation.NativeCalls.Table;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;

/** How those elementary functions are said whose operations in ND4J are right. */
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
      return elementwise.arithmetic(Arithmetic.MULTIPLY, x, x);
    }
    Node z = recorder.computed(x.type());
    calls.scalar(POWER, x.view(), exponent, z.view());
    return z;
  }
}
