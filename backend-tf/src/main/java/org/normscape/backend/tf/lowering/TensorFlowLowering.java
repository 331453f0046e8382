package org.normscape.backend.tf.lowering;

import static org.normscape.backend.tf.graph.Conversions.untyped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.tf.convolution.Convolutions;
import org.normscape.backend.tf.convolution.Pools;
import org.normscape.backend.tf.convolution.Slides;
import org.normscape.backend.tf.convolution.Striding;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.backend.tf.graph.Sums;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * The primitives in the operations of TensorFlow; {@link ElementwiseLowering} has half of them.
 * Repetition is stored only where it has to be.
 */
public final class TensorFlowLowering extends ElementwiseLowering {

  private static final Method FUSED = Method.rival("fused");
  private static final List<Method> COMPOSITE = List.of(FUSED, Method.reserve("body"));
  private static final List<Method> WINDOW = List.of(Method.rival("passes"));

  /** How long a product of vectors may be: of equal numbers, ten times as many lose 1e-5. */
  private static final int LONGEST_DOT = 8192;

  private final Ops tf;
  private final Framing framing;
  private final Striding striding;
  private final MatrixProducts products;
  private final Convolutions convolutions;
  private final Pools pools;
  private final Sums sums;
  private final Kernels kernels;
  private final boolean hasKernels;
  private final MethodChoice choice;

  public TensorFlowLowering(Ops tf, Device.Kind device, MethodChoice choice) {
    this(tf, new Framing(tf), device, choice);
  }

  private TensorFlowLowering(Ops tf, Framing framing, Device.Kind device, MethodChoice choice) {
    super(tf, framing);
    this.tf = tf;
    this.choice = choice;
    this.framing = framing;
    this.striding = new Striding(tf, framing);
    this.products = new MatrixProducts(tf, framing, choice);
    this.convolutions = new Convolutions(tf, framing, striding, device, choice);
    this.pools = new Pools(new Slides(tf, framing, striding));
    this.sums = new Sums(tf, framing);
    this.kernels = new Kernels(tf, framing, sums);
    this.hasKernels = device == Device.Kind.CPU;
  }

  /** Writes a program into the graph; the nodes of its results. */
  public List<Operand<TNumber>> lower(
      Program program, Compilation compilation, List<Operand<TNumber>> parameters) {
    // A placeholder cannot be fetched, hence the identity.
    return compilation
        .prepare(program, this)
        .interpret(this, parameters.stream().map(Node::stored).toList())
        .stream()
        .map(node -> untyped(tf.identity(framing.stored(node))))
        .toList();
  }

  // Reduction.

  @Override
  public Node sum(Node x, List<Integer> axes) {
    return sums.over(x, axes);
  }

  @Override
  public Node max(Node x, List<Integer> axes) {
    return new Node(tf.max(x.operand(), framing.constant(axes)), x.shape().without(axes));
  }

  // Contraction.

  @Override
  public Node matmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    if (isLong(x, transposeLeft ? 0 : 1)) {
      if (x.shape().dim(transposeLeft ? 1 : 0) == 1) {
        Node row = ofVector(x, y, transposeRight ? 1 : 0);
        return reshape(row, Shape.of(1, row.shape().size()));
      }
      if (y.shape().dim(transposeRight ? 0 : 1) == 1) {
        Node column = ofVector(y, x, transposeLeft ? 0 : 1);
        return reshape(column, Shape.of(column.shape().size(), 1));
      }
    }
    return products.matmul(x, y, transposeLeft, transposeRight);
  }

  @Override
  public Node batchMatmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    return products.batchMatmul(x, y, transposeLeft, transposeRight);
  }

  /** Whether a product with one vector would lose digits: such products run in one go. */
  private static boolean isLong(Node x, int innerAxis) {
    return x.dtype() == DType.FLOAT32 && x.shape().dim(innerAxis) > LONGEST_DOT;
  }

  /** The product of a matrix with a vector of {@code [k, 1]} or {@code [1, k]}, as a sum. */
  private Node ofVector(Node vector, Node matrix, int innerAxis) {
    Node flat = reshape(vector, Shape.of(vector.shape().size()));
    Node repeated = broadcast(flat, matrix.shape(), List.of(1 - innerAxis));
    return sum(multiply(matrix, repeated), List.of(innerAxis));
  }

  @Override
  public Node convolution(Node image, Node filter, Stride stride, Padding padding) {
    return convolutions.forward(image, filter, stride, padding);
  }

  @Override
  public Node convolutionInputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, int height, int width) {
    Shape image = Shape.of(cotangent.shape().dim(0), height, width, filter.shape().dim(2));
    return convolutions.inputGradient(cotangent, filter, stride, padding, image);
  }

  @Override
  public Node convolutionFilterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, int height, int width) {
    Shape filter = Shape.of(height, width, image.shape().dim(3), cotangent.shape().dim(3));
    return convolutions.filterGradient(image, cotangent, stride, padding, filter);
  }

  // Layout.

  @Override
  public Node fill(double value, TensorType type) {
    Operand<TNumber> one =
        tf.reshape(
            framing.scalar(type.dtype(), value),
            framing.constant(Conversions.ones(type.shape().rank()).dims()));
    return new Node(one, type.shape());
  }

  @Override
  public Node broadcast(Node x, Shape result, List<Integer> newAxes) {
    List<Integer> dims = new ArrayList<>(x.stored().dims());
    newAxes.stream().sorted().forEach(axis -> dims.add(axis, 1));
    return new Node(tf.reshape(x.operand(), framing.constant(dims)), result);
  }

  @Override
  public Node reshape(Node x, Shape result) {
    return x.isUniform()
        ? new Node(
            tf.reshape(x.operand(), framing.constant(Conversions.ones(result.rank()).dims())),
            result)
        : new Node(tf.reshape(framing.stored(x), framing.constant(result.dims())), result);
  }

  @Override
  public Node transpose(Node x, List<Integer> order) {
    Shape result = new Shape(order.stream().map(x.shape()::dim).toList());
    return new Node(tf.linalg.transpose(x.operand(), framing.constant(order)), result);
  }

  @Override
  public Node slice(Node x, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    return striding.slice(x, start, limit, stride);
  }

  @Override
  public Node pad(Node x, List<Integer> low, List<Integer> high, List<Integer> interior) {
    return striding.pad(x, low, high, interior);
  }

  @Override
  public Node concatenate(Node x, Node y, int axis) {
    return Node.stored(tf.concat(List.of(framing.stored(x), framing.stored(y)), tf.constant(axis)));
  }

  // Window.

  @Override
  public Node maxPool(Node image, WindowShape window) {
    choice.choose(KernelCall.of(new Window.MaxPool(window), image.type()), WINDOW);
    return pools.max(image, window);
  }

  @Override
  public Node maxPoolScatter(Node image, Node values, WindowShape window) {
    choice.choose(
        KernelCall.of(new Window.MaxPoolScatter(window), image.type(), values.type()), WINDOW);
    return pools.scatter(image, values, window);
  }

  @Override
  public Node maxPoolGather(Node image, Node values, WindowShape window) {
    choice.choose(
        KernelCall.of(new Window.MaxPoolGather(window), image.type(), values.type()), WINDOW);
    return pools.gather(image, values, window);
  }

  @Override
  public Node sumPool(Node image, WindowShape window) {
    choice.choose(KernelCall.of(new Window.SumPool(window), image.type()), WINDOW);
    return pools.sum(image, window);
  }

  @Override
  public Node sumPoolInputGradient(Node cotangent, WindowShape window, int height, int width) {
    choice.choose(
        KernelCall.of(new Window.SumPoolInputGradient(window, height, width), cotangent.type()),
        WINDOW);
    return pools.sumInputGradient(cotangent, window, height, width);
  }

  // Indexing.

  /** TensorFlow's own passes NaN over. */
  @Override
  public Node argMax(Node x) {
    Operand<TNumber> all = framing.stored(x);
    Operand<TNumber> max = tf.max(all, tf.constant(-1), Max.keepDims(true));
    Operand<TBool> hits = tf.math.logicalOr(tf.math.equal(all, max), tf.math.isNan(all));
    return Node.stored(tf.math.argMax(hits, tf.constant(-1), TInt32.class));
  }

  @Override
  public Node oneHot(Node indices, int depth, DType dtype) {
    return Node.stored(
        tf.oneHot(
            framing.stored(indices),
            tf.constant(depth),
            framing.scalar(dtype, 1),
            framing.scalar(dtype, 0)));
  }

  @Override
  public Optional<Kernel<Node>> kernel(Composite composite, List<TensorType> inputs) {
    return hasKernels
        ? kernels
            .of(composite, inputs)
            .filter(k -> choice.choose(new KernelCall(composite, inputs), COMPOSITE).equals(FUSED))
        : Optional.empty();
  }
}
