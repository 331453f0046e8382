package org.normscape.backend.nd4j.lowering;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.nd4j.contraction.ConvolutionMethod;
import org.normscape.backend.nd4j.contraction.MatrixProducts;
import org.normscape.backend.nd4j.contraction.MatrixProducts.Matrix;
import org.normscape.backend.nd4j.contraction.OneDnnConvolutions;
import org.normscape.backend.nd4j.contraction.PatchConvolutions;
import org.normscape.backend.nd4j.contraction.TapConvolutions;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.Contraction;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * How contractions are said: products of matrices by the BLAS, float32 convolutions by oneDNN
 * through ND4J, float64 ones as products of gathered patches, since ND4J's own are several times
 * slower.
 */
final class ContractionLowering {

  /**
   * A filter of so few numbers mostly lies on the data, whose gradient nobody asks for: oneDNN
   * would compute it.
   */
  private static final int NARROW = 64;

  private static final String ONEDNN = "onednn";
  private static final String PATCHES = "patches";
  private static final String PRODUCTS = "products";
  private static final List<Method> GEMM = List.of(Method.rival("openblas"));

  /** ND4J's gradient computes both gradients of a convolution at once. */
  private static final int BOTH_GRADIENTS = 2;

  /** The number of products up to which patches may be faster than ND4J's operation. */
  private static final long SMALL = 1 << 25;

  private final MethodChoice choice;
  private final Recorder recorder;
  private final NativeCalls calls;
  private final LongProducts products;
  private final LayoutLowering layouts;
  private final ReductionLowering reductions;
  private final Map<String, ConvolutionMethod> methods;

  ContractionLowering(
      Recorder recorder,
      NativeCalls calls,
      MatrixProducts products,
      LayoutLowering layouts,
      ReductionLowering reductions,
      MethodChoice choice) {
    this.choice = choice;
    this.products = new LongProducts(recorder, products, reductions);
    this.reductions = reductions;
    this.recorder = recorder;
    this.calls = calls;
    this.layouts = layouts;
    this.methods =
        Map.of(
            ONEDNN,
            new OneDnnConvolutions(recorder, calls),
            PATCHES,
            new PatchConvolutions(recorder, calls, products),
            PRODUCTS,
            new TapConvolutions(calls, products));
  }

  Node matmul(Node left, Node right, boolean transposeLeft, boolean transposeRight) {
    choice.choose(
        KernelCall.of(
            new Contraction.MatMul(transposeLeft, transposeRight), left.type(), right.type()),
        GEMM);
    if (left.shape().size() == right.shape().size()
        && left.shape().dim(transposeLeft ? 1 : 0) == 1) {
      return dot(left, right);
    }
    Matrix x = matrix(left, transposeLeft);
    Matrix y = matrix(right, transposeRight);
    int columns = transposeRight ? y.rows() : y.columns();
    return products.multiply(1, x, y, left.type().withShape(Shape.of(x.outer(), columns)));
  }

  Node batchMatmul(Node left, Node right, boolean transposeLeft, boolean transposeRight) {
    Contraction.BatchMatMul product = new Contraction.BatchMatMul(transposeLeft, transposeRight);
    choice.choose(KernelCall.of(product, left.type(), right.type()), GEMM);
    Node x = layouts.dense(left);
    Node y = layouts.dense(right);
    return products.multiply(
        x.shape().dim(0),
        batch(x, transposeLeft),
        batch(y, transposeRight),
        product.type(List.of(left.type(), right.type())));
  }

  /** The first of some matrices. */
  private static Matrix batch(Node x, boolean transposed) {
    return new Matrix(View.flat(x.slot()), x.shape().dim(1), x.shape().dim(2), transposed);
  }

  /** A row times a column: on the way, where a product would read both once more. */
  private Node dot(Node row, Node column) {
    Shape vector = Shape.of(row.shape().size());
    Node sum = reductions.dot(layouts.reshape(row, vector), layouts.reshape(column, vector));
    return layouts.reshape(sum, Shape.of(1, 1));
  }

  private Matrix matrix(Node in, boolean transposed) {
    Node x = layouts.dense(in);
    return new Matrix(View.flat(x.slot()), x.shape().dim(0), x.shape().dim(1), transposed);
  }

  Node convolution(Node image, Node filter, Stride stride, Padding padding) {
    Node f = layouts.dense(filter);
    ConvolutionShape asked = new ConvolutionShape(image.shape(), f.shape(), stride, padding);
    KernelCall call =
        KernelCall.of(new Contraction.Convolution(stride, padding), image.type(), f.type());
    ConvolutionMethod method = chosen(call, order(asked, f, 1));
    ConvolutionShape g = method.said(asked);
    Node z = recorder.computed(image.type().withShape(g.output()));
    method.forward(g, padded(layouts.dense(image), asked, g), f, z);
    return z;
  }

  private ConvolutionMethod chosen(KernelCall call, List<Method> order) {
    return Objects.requireNonNull(methods.get(choice.choose(call, order).name()));
  }

  /**
   * The methods there are: on small images, product by product; for the rest ND4J has an operation,
   * in float32, whose calls take long for a small convolution.
   *
   * @param served how many calls of a program one run of ND4J's operation serves
   */
  private static List<Method> order(ConvolutionShape asked, Node operand, int served) {
    if (operand.slot().dtype() != DataType.FLOAT) {
      return List.of(Method.rival(PATCHES), Method.reserve(PRODUCTS));
    }
    Method.Role ofPatches = isSmall(asked) ? Method.Role.RIVAL : Method.Role.RESERVE;
    Method oneDnn = Method.rival(ONEDNN).serving(served);
    Method patches = new Method(PATCHES, ofPatches);
    return TapConvolutions.areWorthIt(asked)
        ? List.of(Method.rival(PRODUCTS), Method.reserve(ONEDNN), patches)
        : List.of(oneDnn, patches, Method.reserve(PRODUCTS));
  }

  private static boolean isSmall(ConvolutionShape g) {
    return (long) g.output().size() * g.window() <= SMALL;
  }

  Node inputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, int height, int width) {
    Node ct = layouts.dense(cotangent);
    Node f = layouts.dense(filter);
    Shape image = Shape.of(ct.shape().dim(0), height, width, f.shape().dim(2));
    ConvolutionShape asked = new ConvolutionShape(image, f.shape(), stride, padding);
    KernelCall call =
        KernelCall.of(
            new Contraction.ConvolutionInputGradient(stride, padding, height, width),
            ct.type(),
            f.type());
    ConvolutionMethod method = chosen(call, order(asked, f, BOTH_GRADIENTS));
    if (method == methods.get(PATCHES) && asked.isTurnable()) {
      return convolution(ct, turned(f), stride, asked.turnedPadding());
    }
    ConvolutionShape g = method.said(asked);
    Node z = recorder.computed(ct.type().withShape(g.image()));
    method.inputGradient(g, ct, f, z);
    return unpadded(z, asked);
  }

  /** The filter {@code [kH,kW,o,c]} that undoes a step of 1: upside down, inputs for outputs. */
  private Node turned(Node f) {
    Shape shape = f.shape();
    int height = shape.dim(0);
    int width = shape.dim(1);
    List<Integer> tap = List.of(1, 1, shape.dim(2), shape.dim(3));
    List<Integer> turnedTap = List.of(1, 1, shape.dim(3), shape.dim(2));
    List<Integer> ones = List.of(1, 1, 1, 1);
    Node z =
        recorder.computed(f.type().withShape(Shape.of(height, width, shape.dim(3), shape.dim(2))));
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        View from = f.view().sliced(List.of(i, j, 0, 0), tap, ones).permuted(List.of(0, 1, 3, 2));
        List<Integer> to = List.of(height - 1 - i, width - 1 - j, 0, 0);
        calls.copy(from, z.view().sliced(to, turnedTap, ones));
      }
    }
    return z;
  }

  Node filterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, int height, int width) {
    Node ct = layouts.dense(cotangent);
    Shape filter = Shape.of(height, width, image.shape().dim(3), ct.shape().dim(3));
    ConvolutionShape asked = new ConvolutionShape(image.shape(), filter, stride, padding);
    Node z = recorder.computed(ct.type().withShape(filter));
    KernelCall call =
        KernelCall.of(
            new Contraction.ConvolutionFilterGradient(stride, padding, height, width),
            image.type(),
            ct.type());
    ConvolutionMethod method = chosen(call, orderOfFilterGradient(asked, ct));
    ConvolutionShape g = method.said(asked);
    method.filterGradient(g, padded(layouts.dense(image), asked, g), ct, z);
    return z;
  }

  private static List<Method> orderOfFilterGradient(ConvolutionShape asked, Node operand) {
    List<Method> order = order(asked, operand, BOTH_GRADIENTS);
    return order.get(0).name().equals(ONEDNN) && asked.window() <= NARROW
        ? List.of(Method.rival(PATCHES), Method.reserve(ONEDNN), Method.reserve(PRODUCTS))
        : order;
  }

  private Node padded(Node x, ConvolutionShape asked, ConvolutionShape said) {
    return x.shape().equals(said.image())
        ? x
        : layouts.pad(x, asked.low(), asked.high(), List.of(0, 0, 0, 0));
  }

  private Node unpadded(Node z, ConvolutionShape asked) {
    return z.shape().equals(asked.image())
        ? z
        : layouts.copied(
            z.type().withShape(asked.image()),
            z.view().sliced(asked.low(), asked.image().dims(), List.of(1, 1, 1, 1)));
  }
}
