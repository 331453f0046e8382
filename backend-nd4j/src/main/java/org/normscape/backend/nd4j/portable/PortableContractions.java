package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.Contraction;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;

/**
 * How contractions are said: by ND4J's {@code matmul} and {@code conv2d}, on images that have their
 * padding. Products of float32 that sum over many numbers are sums of products of blocks, since
 * ND4J may add one after the other.
 */
final class PortableContractions {

  /** How many float32 are added in one product. */
  private static final int BLOCK = 256;

  /** Sums of up to this many numbers are left as they are. */
  private static final int SHORT = 1024;

  private static final int NHWC = 1;
  private static final int FILTER_HWIO = 0;
  private static final List<Integer> NONE = List.of(0, 0, 0, 0);
  private static final List<Method> PRODUCT = List.of(Method.rival("matmul"));
  private static final List<Method> CONVOLUTION = List.of(Method.rival("conv2d"));

  private final Calls calls;
  private final PortableLayout layouts;
  private final PortableReductions reductions;
  private final MethodChoice choice;

  PortableContractions(
      Calls calls, PortableLayout layouts, PortableReductions reductions, MethodChoice choice) {
    this.calls = calls;
    this.layouts = layouts;
    this.reductions = reductions;
    this.choice = choice;
  }

  Node matmul(Node left, Node right, boolean transposeLeft, boolean transposeRight) {
    Contraction product = new Contraction.MatMul(transposeLeft, transposeRight);
    choice.choose(KernelCall.of(product, left.type(), right.type()), PRODUCT);
    Node x = calls.dense(left);
    Node y = calls.dense(right);
    TensorType result = product.type(List.of(x.type(), y.type()));
    return isLong(x, transposeLeft ? 0 : 1)
        ? layouts.reshape(
            inBlocks(single(x), single(y), transposeLeft, transposeRight), result.shape())
        : product(x, y, transposeLeft, transposeRight, result);
  }

  private Node single(Node x) {
    return layouts.reshape(x, Shape.of(1, x.shape().dim(0), x.shape().dim(1)));
  }

  Node batchMatmul(Node left, Node right, boolean transposeLeft, boolean transposeRight) {
    Contraction product = new Contraction.BatchMatMul(transposeLeft, transposeRight);
    choice.choose(KernelCall.of(product, left.type(), right.type()), PRODUCT);
    Node x = calls.dense(left);
    Node y = calls.dense(right);
    TensorType result = product.type(List.of(x.type(), y.type()));
    return isLong(x, transposeLeft ? 1 : 2)
        ? inBlocks(x, y, transposeLeft, transposeRight)
        : product(x, y, transposeLeft, transposeRight, result);
  }

  private static boolean isLong(Node x, int inner) {
    return x.type().dtype() == DType.FLOAT32 && x.shape().dim(inner) > SHORT;
  }

  private Node product(
      Node x, Node y, boolean transposeLeft, boolean transposeRight, TensorType result) {
    NamedOperation matmul =
        NamedOperation.of("matmul", transposeLeft ? 1 : 0, transposeRight ? 1 : 0, 0);
    return calls.call(matmul, result, Operand.of(x), Operand.of(y));
  }

  /** Matrices {@code [b,m,k] · [b,k,n]}, each product as the sum of those of its blocks. */
  private Node inBlocks(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    Node left = blocks(transposeLeft ? x : turned(x));
    Node right = blocks(transposeRight ? turned(y) : y);
    int count = x.shape().dim(0);
    int rows = left.shape().dim(2);
    int columns = right.shape().dim(2);
    int all = left.shape().dim(0);
    Node parts =
        product(left, right, true, false, x.type().withShape(Shape.of(all, rows, columns)));
    Shape apart = Shape.of(count, all / count, rows, columns);
    return reductions.sum(layouts.reshape(parts, apart), List.of(1));
  }

  private Node turned(Node x) {
    return layouts.transpose(x, List.of(0, 2, 1));
  }

  /** Matrices {@code [b,k,n]} as matrices {@code [b · blocks,} {@value #BLOCK}{@code ,n]}. */
  private Node blocks(Node x) {
    int blocks = (x.shape().dim(1) + BLOCK - 1) / BLOCK;
    return layouts.reshape(
        reductions.lengthened(x, blocks * BLOCK),
        Shape.of(x.shape().dim(0) * blocks, BLOCK, x.shape().dim(2)));
  }

  Node convolution(Node image, Node filter, Stride stride, Padding padding) {
    Contraction convolution = new Contraction.Convolution(stride, padding);
    choice.choose(KernelCall.of(convolution, image.type(), filter.type()), CONVOLUTION);
    ConvolutionShape asked = new ConvolutionShape(image.shape(), filter.shape(), stride, padding);
    return calls.call(
        NamedOperation.of("conv2d", arguments(asked)),
        image.type().withShape(asked.output()),
        Operand.of(padded(image, asked)),
        Operand.of(calls.dense(filter)));
  }

  Node inputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, int height, int width) {
    Contraction gradient = new Contraction.ConvolutionInputGradient(stride, padding, height, width);
    choice.choose(KernelCall.of(gradient, cotangent.type(), filter.type()), CONVOLUTION);
    Shape image = Shape.of(cotangent.shape().dim(0), height, width, filter.shape().dim(2));
    ConvolutionShape asked = new ConvolutionShape(image, filter.shape(), stride, padding);
    Node unused = calls.dense(calls.fill(0, cotangent.type().withShape(asked.padded())));
    Node z = gradients(asked, unused, calls.dense(filter), cotangent).get(0);
    return layouts.slice(z, asked.low(), behind(asked), List.of(1, 1, 1, 1));
  }

  private static List<Integer> behind(ConvolutionShape g) {
    return List.of(
        g.image().dim(0),
        g.padding().top() + g.image().dim(1),
        g.padding().left() + g.image().dim(2),
        g.image().dim(3));
  }

  Node filterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, int height, int width) {
    Contraction gradient =
        new Contraction.ConvolutionFilterGradient(stride, padding, height, width);
    choice.choose(KernelCall.of(gradient, image.type(), cotangent.type()), CONVOLUTION);
    Shape filter = Shape.of(height, width, image.shape().dim(3), cotangent.shape().dim(3));
    ConvolutionShape asked = new ConvolutionShape(image.shape(), filter, stride, padding);
    Node unused = calls.dense(calls.fill(0, cotangent.type().withShape(filter)));
    return gradients(asked, padded(image, asked), unused, cotangent).get(1);
  }

  /** The gradients of the padded image and of the filter, which ND4J computes together. */
  private List<Node> gradients(ConvolutionShape g, Node image, Node filter, Node cotangent) {
    Node ofImage = calls.recorder().computed(cotangent.type().withShape(g.padded()));
    Node ofFilter = calls.recorder().computed(cotangent.type().withShape(g.filter()));
    calls.call(
        NamedOperation.of("conv2d_bp", arguments(g)),
        List.of(Operand.of(ofImage), Operand.of(ofFilter)),
        Operand.of(image),
        Operand.of(filter),
        Operand.of(calls.dense(cotangent)));
    return List.of(ofImage, ofFilter);
  }

  private Node padded(Node image, ConvolutionShape asked) {
    return layouts.pad(image, asked.low(), asked.high(), NONE, 0);
  }

  /** On an image that has its padding. */
  private static List<Integer> arguments(ConvolutionShape g) {
    return List.of(
        g.kernelHeight(),
        g.kernelWidth(),
        g.stride().height(),
        g.stride().width(),
        0,
        0,
        1,
        1,
        0,
        NHWC,
        FILTER_HWIO);
  }
}
