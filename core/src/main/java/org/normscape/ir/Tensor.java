package org.normscape.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A value in a program being written. Each method writes one equation, or, in the second half of
 * this class, a few.
 */
public final class Tensor {

  private final Trace trace;
  private final Var var;

  Tensor(Trace trace, Var var) {
    this.trace = trace;
    this.var = var;
  }

  /** The program in which this value stands. */
  public Trace trace() {
    return trace;
  }

  /** The name of this value in its program. */
  public Var var() {
    return var;
  }

  /** The equation that binds this value; empty for a parameter of the program. */
  public Optional<Equation> definition() {
    return trace.definition(var);
  }

  public TensorType type() {
    return var.type();
  }

  public Shape shape() {
    return var.type().shape();
  }

  // One equation each: the meaning is written at the record.

  public Tensor plus(Tensor y) {
    return trace.apply(new Elementwise.Add(), this, y);
  }

  public Tensor minus(Tensor y) {
    return trace.apply(new Elementwise.Subtract(), this, y);
  }

  public Tensor times(Tensor y) {
    return trace.apply(new Elementwise.Multiply(), this, y);
  }

  public Tensor dividedBy(Tensor y) {
    return trace.apply(new Elementwise.Divide(), this, y);
  }

  public Tensor maximum(Tensor y) {
    return trace.apply(new Elementwise.Maximum(), this, y);
  }

  public Tensor minimum(Tensor y) {
    return trace.apply(new Elementwise.Minimum(), this, y);
  }

  public Tensor greater(Tensor y) {
    return trace.apply(new Elementwise.Greater(), this, y);
  }

  public Tensor greaterOrEqual(Tensor y) {
    return trace.apply(new Elementwise.GreaterOrEqual(), this, y);
  }

  public Tensor equalTo(Tensor y) {
    return trace.apply(new Elementwise.Equal(), this, y);
  }

  /** {@code x} where this mask is not 0, else {@code y}. */
  public Tensor select(Tensor x, Tensor y) {
    return trace.apply(new Elementwise.Select(), this, x, y);
  }

  public Tensor negate() {
    return trace.apply(new Elementwise.Negate(), this);
  }

  public Tensor absolute() {
    return trace.apply(new Elementwise.Absolute(), this);
  }

  public Tensor sign() {
    return trace.apply(new Elementwise.Sign(), this);
  }

  public Tensor exp() {
    return trace.apply(new Elementwise.Exp(), this);
  }

  public Tensor log() {
    return trace.apply(new Elementwise.Log(), this);
  }

  public Tensor sqrt() {
    return trace.apply(new Elementwise.Sqrt(), this);
  }

  public Tensor reciprocalSqrt() {
    return trace.apply(new Elementwise.ReciprocalSqrt(), this);
  }

  public Tensor power(double exponent) {
    return trace.apply(new Elementwise.Power(exponent), this);
  }

  public Tensor tanh() {
    return trace.apply(new Elementwise.Tanh(), this);
  }

  public Tensor sigmoid() {
    return trace.apply(new Elementwise.Sigmoid(), this);
  }

  public Tensor softplus() {
    return trace.apply(new Elementwise.Softplus(), this);
  }

  public Tensor erf() {
    return trace.apply(new Elementwise.Erf(), this);
  }

  public Tensor cast(DType dtype) {
    return type().dtype() == dtype ? this : trace.apply(new Elementwise.Cast(dtype), this);
  }

  /** This value, held constant under differentiation: see {@link Elementwise.StopGradient}. */
  public Tensor stopGradient() {
    return trace.apply(new Elementwise.StopGradient(), this);
  }

  public Tensor sum(List<Integer> axes) {
    return trace.apply(new Reduction.Sum(axes), this);
  }

  public Tensor max(List<Integer> axes) {
    return trace.apply(new Reduction.Max(axes), this);
  }

  public Tensor matmul(Tensor y, boolean transposeLeft, boolean transposeRight) {
    return trace.apply(new Contraction.MatMul(transposeLeft, transposeRight), this, y);
  }

  public Tensor batchMatmul(Tensor y, boolean transposeLeft, boolean transposeRight) {
    return trace.apply(new Contraction.BatchMatMul(transposeLeft, transposeRight), this, y);
  }

  public Tensor convolution(Tensor filter, Stride stride, Padding padding) {
    return trace.apply(new Contraction.Convolution(stride, padding), this, filter);
  }

  public Tensor convolutionInputGradient(
      Tensor filter, Stride stride, Padding padding, int height, int width) {
    return trace.apply(
        new Contraction.ConvolutionInputGradient(stride, padding, height, width), this, filter);
  }

  public Tensor convolutionFilterGradient(
      Tensor cotangent, Stride stride, Padding padding, int height, int width) {
    return trace.apply(
        new Contraction.ConvolutionFilterGradient(stride, padding, height, width), this, cotangent);
  }

  public Tensor broadcast(Shape result, List<Integer> newAxes) {
    return trace.apply(new Layout.Broadcast(result, newAxes), this);
  }

  public Tensor reshape(Shape result) {
    return trace.apply(new Layout.Reshape(result), this);
  }

  public Tensor transpose(List<Integer> order) {
    return trace.apply(new Layout.Transpose(order), this);
  }

  public Tensor slice(List<Integer> start, List<Integer> limit, List<Integer> stride) {
    return trace.apply(new Layout.Slice(start, limit, stride), this);
  }

  public Tensor pad(List<Integer> low, List<Integer> high, List<Integer> interior) {
    return trace.apply(new Layout.Pad(low, high, interior), this);
  }

  public Tensor concatenate(Tensor y, int axis) {
    return trace.apply(new Layout.Concatenate(axis), this, y);
  }

  public Tensor maxPool(WindowShape window) {
    return trace.apply(new Window.MaxPool(window), this);
  }

  public Tensor maxPoolScatter(Tensor values, WindowShape window) {
    return trace.apply(new Window.MaxPoolScatter(window), this, values);
  }

  public Tensor maxPoolGather(Tensor values, WindowShape window) {
    return trace.apply(new Window.MaxPoolGather(window), this, values);
  }

  public Tensor sumPool(WindowShape window) {
    return trace.apply(new Window.SumPool(window), this);
  }

  public Tensor sumPoolInputGradient(WindowShape window, int height, int width) {
    return trace.apply(new Window.SumPoolInputGradient(window, height, width), this);
  }

  public Tensor argMax() {
    return trace.apply(new Indexing.ArgMax(), this);
  }

  public Tensor oneHot(int depth, DType dtype) {
    return trace.apply(new Indexing.OneHot(depth, dtype), this);
  }

  // Said with the above.

  /** A tensor of this type filled with one value. */
  public Tensor filled(double value) {
    return trace.fill(value, type());
  }

  public Tensor zeros() {
    return filled(0);
  }

  public Tensor plus(double c) {
    return plus(filled(c));
  }

  public Tensor minus(double c) {
    return minus(filled(c));
  }

  public Tensor times(double c) {
    return times(filled(c));
  }

  public Tensor dividedBy(double c) {
    return dividedBy(filled(c));
  }

  /** Every element times a scalar of this program. */
  public Tensor scaledBy(Tensor scalar) {
    return times(scalar.broadcast(shape(), shape().axes()));
  }

  public Tensor matmul(Tensor y) {
    return matmul(y, false, false);
  }

  /** The sum of all elements: a scalar. */
  public Tensor sum() {
    return sum(shape().axes());
  }

  /** The mean over {@code axes}: their sum divided by the number of elements in it. */
  public Tensor mean(List<Integer> axes) {
    Tensor total = sum(axes);
    return total.dividedBy((double) shape().size() / total.shape().size());
  }

  /** The mean of all elements: a scalar. */
  public Tensor mean() {
    return mean(shape().axes());
  }

  /** The sum of all products with the elements of {@code y}: a scalar, with nothing in between. */
  public Tensor dot(Tensor y) {
    Shape row = Shape.of(1, shape().size());
    return reshape(row).matmul(y.reshape(row), false, true).reshape(Shape.SCALAR);
  }

  /** The part of one axis from {@code start} up to, not including, {@code limit}. */
  public Tensor slice(int axis, int start, int limit) {
    List<Integer> zeros = Collections.nCopies(shape().rank(), 0);
    List<Integer> starts = new ArrayList<>(zeros);
    starts.set(axis, start);
    return slice(starts, shape().with(axis, limit).dims(), Collections.nCopies(shape().rank(), 1));
  }

  @Override
  public String toString() {
    return var.declaration();
  }
}
