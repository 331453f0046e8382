package org.normscape.backend.nd4j.lowering;

import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.DType;
import org.normscape.ir.Lowering;

/**
 * Elementary functions whose operations in ND4J are wrong, as formulas.
 *
 * @param primitives how the primitives in them are said
 */
public record Formulas(Lowering<Node> primitives) {

  /** {@code max(x, 0) + log(1 + e)} with {@code e = exp(−|x|)}; ND4J's own overflows. */
  public Node softplus(Node x) {
    Node e = primitives.exp(primitives.negate(primitives.absolute(x)));
    Node u = add(e, like(e, 1));
    Node lost = subtract(subtract(u, like(e, 1)), e);
    Node log = subtract(primitives.log(u), divide(lost, u));
    return add(primitives.maximum(x, like(x, 0)), log);
  }

  /**
   * {@code sign(x) (1 − e) / (1 + e)} with {@code e = exp(−2|x|)}, and Taylor's polynomial near 0,
   * where {@code 1 − e} loses digits. ND4J's own is wrong by 3e-6 in float32.
   */
  public Node tanh(Node x) {
    Node size = primitives.absolute(x);
    Node e = primitives.exp(multiply(size, like(x, -2)));
    Node ratio = divide(subtract(like(x, 1), e), add(e, like(x, 1)));
    Node far = multiply(primitives.sign(x), ratio);
    double border = x.type().dtype() == DType.FLOAT32 ? 0.25 : 0.02;
    Node isNear = primitives.greater(like(x, border), size);
    return primitives.select(isNear, tanhNearZero(x), far);
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
    return primitives.fill(value, x.type());
  }

  private Node add(Node x, Node y) {
    return primitives.add(x, y);
  }

  private Node subtract(Node x, Node y) {
    return primitives.subtract(x, y);
  }

  private Node multiply(Node x, Node y) {
    return primitives.multiply(x, y);
  }

  private Node divide(Node x, Node y) {
    return primitives.divide(x, y);
  }
}
