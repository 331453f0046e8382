package org.normscape.backend.nd4j.portable;

import java.util.OptionalDouble;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.DType;

/**
 * How elementwise primitives are said: by operations on rows, the right one of which may be one
 * number. What is NaN or infinite passes through as it is: 0 in place of what a mask leaves out is
 * the quotient {@code divide_no_nan} by the mask, since a product would make NaN of it, and {@code
 * select} goes to the host for each element.
 */
final class PortableElementwise {

  private static final NamedOperation NOT_EQUAL = NamedOperation.of("not_equals");
  private static final NamedOperation KEEP = NamedOperation.of("divide_no_nan");

  private final Calls calls;

  PortableElementwise(Calls calls) {
    this.calls = calls;
  }

  /** {@code operation(x, y)}. */
  Node pairwise(String operation, Node x, Node y) {
    Node left = calls.dense(x);
    return row(NamedOperation.of(operation), left, Operand.row(left), right(y));
  }

  /** Whether {@code operation(x, y)} holds. */
  Node compare(String operation, Node x, Node y) {
    Node left = calls.dense(x);
    return calls.mask(NamedOperation.of(operation), x.type(), Operand.row(left), right(y));
  }

  private Operand right(Node y) {
    return Operand.row(y.fill().isPresent() ? y : calls.dense(y));
  }

  private Node row(Operation operation, Node like, Operand... inputs) {
    Node z = calls.recorder().computed(like.type());
    calls.call(operation, Operand.row(z), inputs);
    return z;
  }

  private Node transform(Transform transform, Node in) {
    Node x = calls.dense(in);
    return row(transform, x, Operand.row(x));
  }

  Node negate(Node x) {
    OptionalDouble fill = x.fill();
    return fill.isPresent()
        ? calls.fill(-fill.getAsDouble(), x.type())
        : pairwise("multiply", x, calls.fill(-1, x.type()));
  }

  Node absolute(Node x) {
    return transform(new Transform(Abs::new), x);
  }

  /** ND4J's sign of NaN is 0. */
  Node sign(Node x) {
    return pairwise("subtract", transform(new Transform(Sign::new), x), nans(x));
  }

  Node exp(Node x) {
    return transform(new Transform(Exp::new), x);
  }

  Node log(Node x) {
    return transform(new Transform(Log::new), x);
  }

  Node erf(Node x) {
    return transform(new Transform(Erf::new), x);
  }

  Node sigmoid(Node x) {
    return transform(new Transform(Sigmoid::new), x);
  }

  Node squareRoot(Node x) {
    return transform(new Transform(Sqrt::new), x);
  }

  Node reciprocalSquareRoot(Node x) {
    return pairwise("reversedivide", squareRoot(x), calls.fill(1, x.type()));
  }

  Node power(Node x, double exponent) {
    return exponent == 2
        ? pairwise("multiply", x, x)
        : pairwise("Pow", x, calls.fill(exponent, x.type()));
  }

  Node cast(Node in, DType dtype) {
    Node x = calls.dense(in);
    return x.type().dtype() == dtype
        ? x
        : row(
            Calls.cast(Node.dtype(dtype)),
            Node.dense(x.type().withDType(dtype), x.slot()),
            Operand.row(x));
  }

  /** The larger or smaller of two, by ND4J's operation, which may lose NaN. */
  Node extreme(String operation, Node x, Node y) {
    Node z = pairwise(operation, x, y);
    for (Node in : new Node[] {x, y}) {
      if (in.fill().isEmpty() || Double.isNaN(in.fill().getAsDouble())) {
        z = pairwise("subtract", z, nans(in));
      }
    }
    return z;
  }

  /** NaN where the elements are NaN, and 0 elsewhere. */
  private Node nans(Node x) {
    return keep(x, isNaN(x));
  }

  /** Whether the elements are NaN. */
  Node isNaN(Node in) {
    Node x = calls.dense(in);
    return calls.mask(NOT_EQUAL, x.type(), Operand.row(x), Operand.row(x));
  }

  /** The elements where a mask of 0 and 1 is 1, and 0 elsewhere. */
  Node keep(Node in, Node mask) {
    Node x = calls.dense(in);
    return row(KEEP, x, Operand.row(x), Operand.row(calls.dense(mask)));
  }

  /**
   * As {@link #keep}, with −0 elsewhere: added to it, every number stays what it is, 0 and −0 too.
   */
  Node keepElseNegativeZero(Node x, Node mask) {
    return negate(keep(negate(x), mask));
  }

  Node select(Node mask, Node x, Node y) {
    Node ones = mask.isMask() ? mask : compare("not_equals", mask, calls.fill(0, mask.type()));
    if (isZero(y)) {
      return keep(x, ones);
    }
    Node others = complement(ones);
    return isZero(x)
        ? keep(y, others)
        : pairwise("add", keepElseNegativeZero(x, ones), keepElseNegativeZero(y, others));
  }

  /** 1 where a mask is 0, and 0 where it is 1. */
  Node complement(Node mask) {
    return pairwise("reversesubtract", mask, calls.fill(1, mask.type()));
  }

  private static boolean isZero(Node x) {
    return x.fill().isPresent() && Double.compare(x.fill().getAsDouble(), 0) == 0;
  }
}
