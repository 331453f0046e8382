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

  /** The element type and the shape of this value. */
  public TensorType type() {
    return var.type();
  }

  /** The extents of this value. */
  public Shape shape() {
    return var.type().shape();
  }

  /** This value and {@code y}, added element by element: {@link Elementwise.Add}. */
  public Tensor plus(Tensor y) {
    return trace.apply(new Elementwise.Add(), this, y);
  }

  /** This value less {@code y}, element by element: {@link Elementwise.Subtract}. */
  public Tensor minus(Tensor y) {
    return trace.apply(new Elementwise.Subtract(), this, y);
  }

  /** This value times {@code y}, element by element: {@link Elementwise.Multiply}. */
  public Tensor times(Tensor y) {
    return trace.apply(new Elementwise.Multiply(), this, y);
  }

  /** This value divided by {@code y}, element by element: {@link Elementwise.Divide}. */
  public Tensor dividedBy(Tensor y) {
    return trace.apply(new Elementwise.Divide(), this, y);
  }

  /** The larger of the two, element by element: {@link Elementwise.Maximum}. */
  public Tensor maximum(Tensor y) {
    return trace.apply(new Elementwise.Maximum(), this, y);
  }

  /** The smaller of the two, element by element: {@link Elementwise.Minimum}. */
  public Tensor minimum(Tensor y) {
    return trace.apply(new Elementwise.Minimum(), this, y);
  }

  /** 1 where this value is greater than {@code y}, else 0: {@link Elementwise.Greater}. */
  public Tensor greater(Tensor y) {
    return trace.apply(new Elementwise.Greater(), this, y);
  }

  /** 1 where this value is at least {@code y}, else 0: {@link Elementwise.GreaterOrEqual}. */
  public Tensor greaterOrEqual(Tensor y) {
    return trace.apply(new Elementwise.GreaterOrEqual(), this, y);
  }

  /** 1 where this value equals {@code y}, else 0: {@link Elementwise.Equal}. */
  public Tensor equalTo(Tensor y) {
    return trace.apply(new Elementwise.Equal(), this, y);
  }

  /** {@code x} where this mask is not 0, else {@code y}. */
  public Tensor select(Tensor x, Tensor y) {
    return trace.apply(new Elementwise.Select(), this, x, y);
  }

  /** The opposite of each element: {@link Elementwise.Negate}. */
  public Tensor negate() {
    return trace.apply(new Elementwise.Negate(), this);
  }

  /** The absolute value of each element: {@link Elementwise.Absolute}. */
  public Tensor absolute() {
    return trace.apply(new Elementwise.Absolute(), this);
  }

  /** −1, 0 or 1 for each element: {@link Elementwise.Sign}. */
  public Tensor sign() {
    return trace.apply(new Elementwise.Sign(), this);
  }

  /** The exponential of each element: {@link Elementwise.Exp}. */
  public Tensor exp() {
    return trace.apply(new Elementwise.Exp(), this);
  }

  /** The natural logarithm of each element: {@link Elementwise.Log}. */
  public Tensor log() {
    return trace.apply(new Elementwise.Log(), this);
  }

  /** The square root of each element: {@link Elementwise.Sqrt}. */
  public Tensor sqrt() {
    return trace.apply(new Elementwise.Sqrt(), this);
  }

  /** 1 divided by the square root of each element: {@link Elementwise.ReciprocalSqrt}. */
  public Tensor reciprocalSqrt() {
    return trace.apply(new Elementwise.ReciprocalSqrt(), this);
  }

  /** Each element to a constant power: {@link Elementwise.Power}. */
  public Tensor power(double exponent) {
    return trace.apply(new Elementwise.Power(exponent), this);
  }

  /** The hyperbolic tangent of each element: {@link Elementwise.Tanh}. */
  public Tensor tanh() {
    return trace.apply(new Elementwise.Tanh(), this);
  }

  /** The logistic function of each element: {@link Elementwise.Sigmoid}. */
  public Tensor sigmoid() {
    return trace.apply(new Elementwise.Sigmoid(), this);
  }

  /** The logarithm of 1 + eˣ of each element: {@link Elementwise.Softplus}. */
  public Tensor softplus() {
    return trace.apply(new Elementwise.Softplus(), this);
  }

  /** The error function of each element: {@link Elementwise.Erf}. */
  public Tensor erf() {
    return trace.apply(new Elementwise.Erf(), this);
  }

  /** The same numbers in another element type: {@link Elementwise.Cast}. */
  public Tensor cast(DType dtype) {
    return type().dtype() == dtype ? this : trace.apply(new Elementwise.Cast(dtype), this);
  }

  /** This value, held constant under differentiation: see {@link Elementwise.StopGradient}. */
  public Tensor stopGradient() {
    return trace.apply(new Elementwise.StopGradient(), this);
  }

  /** The sum over {@code axes}, which are dropped: {@link Reduction.Sum}. */
  public Tensor sum(List<Integer> axes) {
    return trace.apply(new Reduction.Sum(axes), this);
  }

  /** The maximum over {@code axes}, which are dropped: {@link Reduction.Max}. */
  public Tensor max(List<Integer> axes) {
    return trace.apply(new Reduction.Max(axes), this);
  }

  /**
   * The matrix product with {@code y}, each transposed first if so marked: {@link
   * Contraction.MatMul}.
   */
  public Tensor matmul(Tensor y, boolean transposeLeft, boolean transposeRight) {
    return trace.apply(new Contraction.MatMul(transposeLeft, transposeRight), this, y);
  }

  /** Matrix products side by side, {@code [b,m,k] · [b,k,n]}: {@link Contraction.BatchMatMul}. */
  public Tensor batchMatmul(Tensor y, boolean transposeLeft, boolean transposeRight) {
    return trace.apply(new Contraction.BatchMatMul(transposeLeft, transposeRight), this, y);
  }

  /**
   * The convolution of this image {@code [n,h,w,c]} with {@code [kH,kW,c,o]}: {@link
   * Contraction.Convolution}.
   */
  public Tensor convolution(Tensor filter, Stride stride, Padding padding) {
    return trace.apply(new Contraction.Convolution(stride, padding), this, filter);
  }

  /**
   * The gradient in the image, of {@code height} by {@code width}, where this value is the gradient
   * in the result of a convolution: {@link Contraction.ConvolutionInputGradient}.
   */
  public Tensor convolutionInputGradient(
      Tensor filter, Stride stride, Padding padding, int height, int width) {
    return trace.apply(
        new Contraction.ConvolutionInputGradient(stride, padding, height, width), this, filter);
  }

  /**
   * The gradient in the filter, of {@code height} by {@code width}, where this value is the image
   * of a convolution: {@link Contraction.ConvolutionFilterGradient}.
   */
  public Tensor convolutionFilterGradient(
      Tensor cotangent, Stride stride, Padding padding, int height, int width) {
    return trace.apply(
        new Contraction.ConvolutionFilterGradient(stride, padding, height, width), this, cotangent);
  }

  /** This value repeated along {@code newAxes} of {@code result}: {@link Layout.Broadcast}. */
  public Tensor broadcast(Shape result, List<Integer> newAxes) {
    return trace.apply(new Layout.Broadcast(result, newAxes), this);
  }

  /** The same elements in row-major order under another shape: {@link Layout.Reshape}. */
  public Tensor reshape(Shape result) {
    return trace.apply(new Layout.Reshape(result), this);
  }

  /**
   * The axes in another order; axis {@code i} of the result is axis {@code order[i]}: {@link
   * Layout.Transpose}.
   */
  public Tensor transpose(List<Integer> order) {
    return trace.apply(new Layout.Transpose(order), this);
  }

  /**
   * Every {@code stride}-th element from {@code start} up to, not including, {@code limit} along
   * each axis: {@link Layout.Slice}.
   */
  public Tensor slice(List<Integer> start, List<Integer> limit, List<Integer> stride) {
    return trace.apply(new Layout.Slice(start, limit, stride), this);
  }

  /**
   * This value with zeros before, behind and between its elements along each axis: {@link
   * Layout.Pad}.
   */
  public Tensor pad(List<Integer> low, List<Integer> high, List<Integer> interior) {
    return trace.apply(new Layout.Pad(low, high, interior), this);
  }

  /** This value and {@code y}, one behind the other along an axis: {@link Layout.Concatenate}. */
  public Tensor concatenate(Tensor y, int axis) {
    return trace.apply(new Layout.Concatenate(axis), this, y);
  }

  /** The largest element under each place of a window: {@link Window.MaxPool}. */
  public Tensor maxPool(WindowShape window) {
    return trace.apply(new Window.MaxPool(window), this);
  }

  /**
   * Each of {@code values} added where its window over this image has its first maximum: {@link
   * Window.MaxPoolScatter}.
   */
  public Tensor maxPoolScatter(Tensor values, WindowShape window) {
    return trace.apply(new Window.MaxPoolScatter(window), this, values);
  }

  /**
   * The element of {@code values} where each window over this image has its first maximum: {@link
   * Window.MaxPoolGather}.
   */
  public Tensor maxPoolGather(Tensor values, WindowShape window) {
    return trace.apply(new Window.MaxPoolGather(window), this, values);
  }

  /** The sum under each place of a window: {@link Window.SumPool}. */
  public Tensor sumPool(WindowShape window) {
    return trace.apply(new Window.SumPool(window), this);
  }

  /**
   * The gradient in the image of a sum pool, of {@code height} by {@code width}, where this value
   * is the gradient in its result: {@link Window.SumPoolInputGradient}.
   */
  public Tensor sumPoolInputGradient(WindowShape window, int height, int width) {
    return trace.apply(new Window.SumPoolInputGradient(window, height, width), this);
  }

  /**
   * The index of the first maximum along the last axis, which is dropped: {@link Indexing.ArgMax}.
   */
  public Tensor argMax() {
    return trace.apply(new Indexing.ArgMax(), this);
  }

  /**
   * 1 at each index along a new last axis of {@code depth} places, 0 elsewhere: {@link
   * Indexing.OneHot}.
   */
  public Tensor oneHot(int depth, DType dtype) {
    return trace.apply(new Indexing.OneHot(depth, dtype), this);
  }

  // Said with the above.

  /** A tensor of this type filled with one value. */
  public Tensor filled(double value) {
    return trace.fill(value, type());
  }

  /** A tensor of this type filled with 0. */
  public Tensor zeros() {
    return filled(0);
  }

  /** A constant added to every element. */
  public Tensor plus(double c) {
    return plus(filled(c));
  }

  /** A constant taken from every element. */
  public Tensor minus(double c) {
    return minus(filled(c));
  }

  /** Every element times a constant. */
  public Tensor times(double c) {
    return times(filled(c));
  }

  /** Every element divided by a constant. */
  public Tensor dividedBy(double c) {
    return dividedBy(filled(c));
  }

  /** Every element times a scalar of this program. */
  public Tensor scaledBy(Tensor scalar) {
    return times(scalar.broadcast(shape(), shape().axes()));
  }

  /** The matrix product {@code [m,k] · [k,n]} with {@code y}. */
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
