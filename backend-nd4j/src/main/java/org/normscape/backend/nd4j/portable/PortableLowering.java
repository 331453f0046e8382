package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.nd4j.lowering.Formulas;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.NodeLowering;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.WindowShape;

/** Says programs as operations of ND4J by name; tensors are dense, or one number everywhere. */
final class PortableLowering implements NodeLowering {

  private final Calls calls;
  private final PortableElementwise elementwise;
  private final Formulas formulas;
  private final PortableLayout layouts;
  private final PortableReductions reductions;
  private final PortableContractions contractions;
  private final PortableWindows windows;

  PortableLowering(Recorder recorder, MethodChoice choice) {
    this.calls = new Calls(recorder);
    this.elementwise = new PortableElementwise(calls);
    this.formulas = new Formulas(this);
    this.layouts = new PortableLayout(calls);
    this.reductions = new PortableReductions(calls, elementwise, layouts);
    this.contractions = new PortableContractions(calls, layouts, reductions, choice);
    this.windows = new PortableWindows(calls, elementwise, layouts);
  }

  @Override
  public Node result(Node x) {
    return calls.dense(x);
  }

  @Override
  public Node copy(Node x) {
    return layouts.copied(x);
  }

  @Override
  public Node add(Node x, Node y) {
    return elementwise.pairwise("add", x, y);
  }

  @Override
  public Node subtract(Node x, Node y) {
    return elementwise.pairwise("subtract", x, y);
  }

  @Override
  public Node multiply(Node x, Node y) {
    return elementwise.pairwise("multiply", x, y);
  }

  @Override
  public Node divide(Node x, Node y) {
    return elementwise.pairwise("divide", x, y);
  }

  @Override
  public Node maximum(Node x, Node y) {
    return elementwise.extreme("maximum", x, y);
  }

  @Override
  public Node minimum(Node x, Node y) {
    return elementwise.extreme("minimum", x, y);
  }

  @Override
  public Node greater(Node x, Node y) {
    return elementwise.compare("greater", x, y);
  }

  @Override
  public Node greaterOrEqual(Node x, Node y) {
    return elementwise.compare("greater_equal", x, y);
  }

  @Override
  public Node equal(Node x, Node y) {
    return elementwise.compare("equals", x, y);
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
    return elementwise.exp(x);
  }

  @Override
  public Node log(Node x) {
    return elementwise.log(x);
  }

  @Override
  public Node sqrt(Node x) {
    return elementwise.squareRoot(x);
  }

  @Override
  public Node reciprocalSqrt(Node x) {
    return elementwise.reciprocalSquareRoot(x);
  }

  @Override
  public Node power(Node x, double exponent) {
    return elementwise.power(x, exponent);
  }

  @Override
  public Node tanh(Node x) {
    return formulas.tanh(x);
  }

  @Override
  public Node sigmoid(Node x) {
    return elementwise.sigmoid(x);
  }

  @Override
  public Node softplus(Node x) {
    return formulas.softplus(x);
  }

  @Override
  public Node erf(Node x) {
    return elementwise.erf(x);
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
    return calls.fill(value, type);
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
    return layouts.pad(x, low, high, interior, 0);
  }

  @Override
  public Node concatenate(Node x, Node y, int axis) {
    return layouts.concatenate(x, y, axis);
  }

  @Override
  public Node maxPool(Node image, WindowShape window) {
    return windows.maxPool(image, window);
  }

  @Override
  public Node maxPoolScatter(Node image, Node values, WindowShape window) {
    return windows.maxPoolScatter(image, values, window);
  }

  @Override
  public Node maxPoolGather(Node image, Node values, WindowShape window) {
    return windows.maxPoolGather(image, values, window);
  }

  @Override
  public Node sumPool(Node image, WindowShape window) {
    return windows.sumPool(image, window);
  }

  @Override
  public Node sumPoolInputGradient(Node cotangent, WindowShape window, int height, int width) {
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
}
