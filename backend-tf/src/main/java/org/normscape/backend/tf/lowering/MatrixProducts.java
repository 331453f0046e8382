package org.normscape.backend.tf.lowering;

import java.util.List;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.Contraction;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.family.TNumber;

/** Matrix products, each by the method that is chosen for it. */
record MatrixProducts(Ops tf, Framing framing, MethodChoice choice) {

  private static final Method MATMUL = Method.rival("matmul");
  private static final List<Method> BATCH_METHODS = List.of(MATMUL);
  private static final List<Method> METHODS = List.of(MATMUL, Method.reserve("eigen"));

  Node matmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    KernelCall call =
        KernelCall.of(new Contraction.MatMul(transposeLeft, transposeRight), x.type(), y.type());
    return choice.choose(call, METHODS).equals(MATMUL)
        ? Node.stored(
            tf.linalg.matMul(
                framing.stored(x),
                framing.stored(y),
                MatMul.transposeA(transposeLeft),
                MatMul.transposeB(transposeRight)))
        : convolution(matrix(x, transposeLeft), matrix(y, transposeRight));
  }

  Node batchMatmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    choice.choose(
        KernelCall.of(
            new Contraction.BatchMatMul(transposeLeft, transposeRight), x.type(), y.type()),
        BATCH_METHODS);
    Operand<TNumber> left = framing.stored(x);
    return Node.stored(
        Conversions.untyped(
            tf.train.batchMatMul(
                left,
                framing.stored(y),
                left.type(),
                BatchMatMul.adjX(transposeLeft),
                BatchMatMul.adjY(transposeRight))));
  }

  private Node matrix(Node x, boolean transposed) {
    return transposed
        ? Node.stored(tf.linalg.transpose(framing.stored(x), framing.constant(List.of(1, 0))))
        : Node.stored(framing.stored(x));
  }

  /** A product is a convolution of an image of one column with filters of one pixel. */
  private Node convolution(Node x, Node y) {
    int rows = x.shape().dim(0);
    int inner = x.shape().dim(1);
    int columns = y.shape().dim(1);
    Operand<TNumber> image = framing.reshaped(x.operand(), Shape.of(1, rows, 1, inner));
    Operand<TNumber> filter = framing.reshaped(y.operand(), Shape.of(1, 1, inner, columns));
    Operand<TNumber> result = tf.nn.conv(image, filter, Conversions.longs(1, 1, 1, 1), "VALID");
    return Node.stored(framing.reshaped(result, Shape.of(rows, columns)));
  }
}
