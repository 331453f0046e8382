package org.normscape.backend.nd4j.lowering;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.nd4j.contraction.MatrixProducts;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Comparison;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.NodeLowering;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;

/** Says programs as steps of a plan; the numbers are those of ND4J's tables of operations. */
final class Nd4jLowering implements NodeLowering {

  private static final Method FUSED = Method.rival("fused");
  private static final List<Method> COMPOSITE = List.of(FUSED, Method.reserve("body"));
  private static final List<Method> WINDOW = List.of(Method.rival("loops"));

  private final MethodChoice choice;
  private final ElementwiseLowering elementwise;
  private final FunctionLowering functions;
  private final Formulas formulas;
  private final LayoutLowering layouts;
  private final ReductionLowering reductions;
  private final ContractionLowering contractions;
  private final WindowLowering windows;
  private final CompositeLowering composites;

  Nd4jLowering(Recorder recorder, MethodChoice choice) {
    this.choice = choice;
    NativeCalls calls = new NativeCalls(recorder);
    MatrixProducts products = new MatrixProducts(recorder);
    this.elementwise = new ElementwiseLowering(recorder, calls);
    this.functions = new FunctionLowering(recorder, calls, elementwise);
    this.formulas = new Formulas(this);
    this.layouts = new LayoutLowering(recorder, calls, elementwise);
    this.reductions = new ReductionLowering(recorder, calls, elementwise, products, layouts);
    this.contractions =
        new ContractionLowering(recorder, calls, products, layouts, reductions, choice);
    this.windows = new WindowLowering(recorder, calls, layouts);
    this.composites = new CompositeLowering(elementwise, layouts, reductions);
  }

  @Override
  public Node result(Node x) {
    return layouts.dense(x);
  }

  @Override
  public Node copy(Node x) {
    return layouts.copied(x.type(), x.view());
  }

  @Override
  public Node add(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.ADD, x, y);
  }

  @Override
  public Node subtract(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.SUBTRACT, x, y);
  }

  @Override
  public Node multiply(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.MULTIPLY, x, y);
  }

  @Override
  public Node divide(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.DIVIDE, x, y);
  }

  @Override
  public Node maximum(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.MAXIMUM, x, y);
  }

  @Override
  public Node minimum(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.MINIMUM, x, y);
  }

  @Override
  public Node greater(Node x, Node y) {
    return elementwise.compare(Comparison.GREATER, x, y);
  }

  @Override
  public Node greaterOrEqual(Node x, Node y) {
    return elementwise.compare(Comparison.GREATER_OR_EQUAL, x, y);
  }

  @Override
  public Node equal(Node x, Node y) {
    return elementwise.compare(Comparison.EQUAL, x, y);
  }

  @Override
  public Node select(Node mask, Node x, Node y) {
    return elementwise.select(mask, x, y);
  }

  @Override
  public Node negate(Node x) {
    return elementwise.negate(x);
  }

  @Override
  public Node absolute(Node x) {
    return elementwise.absolute(x);
  }

  @Override
  public Node sign(Node x) {
    return elementwise.sign(x);
  }

  @Override
  public Node exp(Node x) {
    return functions.exp(x);
  }

  @Override
  public Node log(Node x) {
    return functions.log(x);
  }

  @Override
  public Node sqrt(Node x) {
    return elementwise.squareRoot(x);
  }

  @Override
  public Node reciprocalSqrt(Node x) {
    return functions.reciprocalSquareRoot(x);
  }

  @Override
  public Node power(Node x, double exponent) {
    return functions.power(x, exponent);
  }

  @Override
  public Node tanh(Node x) {
    return formulas.tanh(x);
  }

  @Override
  public Node sigmoid(Node x) {
    return functions.sigmoid(x);
  }

  @Override
  public Node softplus(Node x) {
    return formulas.softplus(x);
  }

  @Override
  public Node erf(Node x) {
    return functions.erf(x);
  }

  @Override
  public Node cast(Node x, DType dtype) {
    return elementwise.cast(x, dtype);
  }

  @Override
  public Node stopGradient(Node x) {
    return x;
  }

  @Override
  public Node sum(Node x, List<Integer> axes) {
    return reductions.sum(x, axes);
  }

  @Override
  public Node max(Node x, List<Integer> axes) {
    return reductions.max(x, axes);
  }

  @Override
  public Node matmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    return contractions.matmul(x, y, transposeLeft, transposeRight);
  }

  @Override
  public Node batchMatmul(Node x, Node y, boolean transposeLeft, boolean transposeRight) {
    return contractions.batchMatmul(x, y, transposeLeft, transposeRight);
  }

  @Override
  public Node convolution(Node image, Node filter, Stride stride, Padding padding) {
    return contractions.convolution(image, filter, stride, padding);
  }

  @Override
  public Node convolutionInputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, int height, int width) {
    return contractions.inputGradient(cotangent, filter, stride, padding, height, width);
  }

  @Override
  public Node convolutionFilterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, int height, int width) {
    return contractions.filterGradient(image, cotangent, stride, padding, height, width);
  }

  @Override
  public Node fill(double value, TensorType type) {
    return elementwise.fill(value, type);
  }

  @Override
  public Node broadcast(Node x, Shape result, List<Integer> newAxes) {
    return layouts.broadcast(x, result, newAxes);
  }

  @Override
  public Node reshape(Node x, Shape result) {
    return layouts.reshape(x, result);
  }

  @Override
  public Node transpose(Node x, List<Integer> order) {
    return layouts.transpose(x, order);
  }

  @Override
  public Node slice(Node x, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    return layouts.slice(x, start, limit, stride);
  }

  @Override
  public Node pad(Node x, List<Integer> low, List<Integer> high, List<Integer> interior) {
    return layouts.pad(x, low, high, interior);
  }

  @Override
  public Node concatenate(Node x, Node y, int axis) {
    return layouts.concatenate(x, y, axis);
  }

  @Override
  public Node maxPool(Node image, WindowShape window) {
    choice.choose(KernelCall.of(new Window.MaxPool(window), image.type()), WINDOW);
    return windows.maxPool(image, window);
  }

  @Override
  public Node maxPoolScatter(Node image, Node values, WindowShape window) {
    choice.choose(
        KernelCall.of(new Window.MaxPoolScatter(window), image.type(), values.type()), WINDOW);
    return windows.maxPoolScatter(image, values, window);
  }

  @Override
  public Node maxPoolGather(Node image, Node values, WindowShape window) {
    choice.choose(
        KernelCall.of(new Window.MaxPoolGather(window), image.type(), values.type()), WINDOW);
    return windows.maxPoolGather(image, values, window);
  }

  @Override
  public Node sumPool(Node image, WindowShape window) {
    choice.choose(KernelCall.of(new Window.SumPool(window), image.type()), WINDOW);
    return windows.sumPool(image, window);
  }

  @Override
  public Node sumPoolInputGradient(Node cotangent, WindowShape window, int height, int width) {
    choice.choose(
        KernelCall.of(new Window.SumPoolInputGradient(window, height, width), cotangent.type()),
        WINDOW);
    return windows.sumPoolInputGradient(cotangent, window, height, width);
  }

  @Override
  public Node argMax(Node x) {
    return reductions.argMax(x);
  }

  @Override
  public Node oneHot(Node indices, int depth, DType dtype) {
    return reductions.oneHot(indices, depth, dtype);
  }

  @Override
  public Optional<Kernel<Node>> kernel(Composite composite, List<TensorType> inputs) {
    return composites
        .kernel(composite, inputs)
        .filter(k -> choice.choose(new KernelCall(composite, inputs), COMPOSITE).equals(FUSED));
  }
}
