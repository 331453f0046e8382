package org.normscape.ir;

import java.util.List;
import java.util.Optional;

/**
 * What an interpreter of programs must be able to say: one method a primitive. Each method's link
 * leads to the record of its primitive, which says what it means, what it gives at infinities and
 * NaN, and what types it takes. Images are {@code [n,h,w,c]}. The types of the inputs have been
 * checked when a method is called.
 *
 * @param <T> what stands for a tensor: an array, a node of a graph, a place in a plan
 */
public interface Lowering<T> {

  // Elementwise: all tensors share one type.

  /** {@code x + y}: {@link Elementwise.Add}. */
  T add(T x, T y);

  /** {@code x - y}: {@link Elementwise.Subtract}. */
  T subtract(T x, T y);

  /** {@code x * y}: {@link Elementwise.Multiply}. */
  T multiply(T x, T y);

  /** {@code x / y}: {@link Elementwise.Divide}. */
  T divide(T x, T y);

  /** The larger of each two elements, NaN where either is: {@link Elementwise.Maximum}. */
  T maximum(T x, T y);

  /** The smaller of each two elements, NaN where either is: {@link Elementwise.Minimum}. */
  T minimum(T x, T y);

  /** 1 where {@code x > y}, else 0: {@link Elementwise.Greater}. */
  T greater(T x, T y);

  /** 1 where {@code x >= y}, else 0: {@link Elementwise.GreaterOrEqual}. */
  T greaterOrEqual(T x, T y);

  /** 1 where {@code x == y}, else 0: {@link Elementwise.Equal}. */
  T equal(T x, T y);

  /** {@code x} where the mask is not 0, else {@code y}: {@link Elementwise.Select}. */
  T select(T mask, T x, T y);

  /** {@code -x}: {@link Elementwise.Negate}. */
  T negate(T x);

  /** {@code |x|}: {@link Elementwise.Absolute}. */
  T absolute(T x);

  /** -1, 0 or 1, NaN where {@code x} is: {@link Elementwise.Sign}. */
  T sign(T x);

  /** {@code e^x}: {@link Elementwise.Exp}. */
  T exp(T x);

  /** The natural logarithm: {@link Elementwise.Log}. */
  T log(T x);

  /** The square root: {@link Elementwise.Sqrt}. */
  T sqrt(T x);

  /** {@code 1 / sqrt(x)}: {@link Elementwise.ReciprocalSqrt}. */
  T reciprocalSqrt(T x);

  /** {@code x} to a constant power: {@link Elementwise.Power}. */
  T power(T x, double exponent);

  /** The hyperbolic tangent: {@link Elementwise.Tanh}. */
  T tanh(T x);

  /** {@code 1 / (1 + e^-x)}: {@link Elementwise.Sigmoid}. */
  T sigmoid(T x);

  /** {@code log(1 + e^x)}: {@link Elementwise.Softplus}. */
  T softplus(T x);

  /** The error function: {@link Elementwise.Erf}. */
  T erf(T x);

  /** {@code x} in another floating-point type, rounded to nearest: {@link Elementwise.Cast}. */
  T cast(T x, DType dtype);

  /** {@code x} itself: {@link Elementwise.StopGradient}. */
  T stopGradient(T x);

  // Reduction.

  /** The sum over axes, which are dropped: {@link Reduction.Sum}. */
  T sum(T x, List<Integer> axes);

  /** The maximum over axes, which are dropped; NaN where an element is: {@link Reduction.Max}. */
  T max(T x, List<Integer> axes);

  // Contraction.

  /**
   * {@code [m,k] · [k,n] → [m,n]}, each input transposed first if so marked: {@link
   * Contraction.MatMul}.
   */
  T matmul(T x, T y, boolean transposeLeft, boolean transposeRight);

  /** {@code [b,m,k] · [b,k,n] → [b,m,n]}: {@link Contraction.BatchMatMul}. */
  T batchMatmul(T x, T y, boolean transposeLeft, boolean transposeRight);

  /**
   * {@code [n,h,w,c]} with filters {@code [kH,kW,c,o]} to {@code [n,h',w',o]}: {@link
   * Contraction.Convolution}.
   */
  T convolution(T image, T filter, Stride stride, Padding padding);

  /**
   * Cotangent {@code [n,h',w',o]} and filter {@code [kH,kW,c,o]} to {@code [n,height,width,c]}:
   * {@link Contraction.ConvolutionInputGradient}.
   */
  T convolutionInputGradient(
      T cotangent, T filter, Stride stride, Padding padding, int height, int width);

  /**
   * Image {@code [n,h,w,c]} and cotangent {@code [n,h',w',o]} to {@code [height,width,c,o]}: {@link
   * Contraction.ConvolutionFilterGradient}.
   */
  T convolutionFilterGradient(
      T image, T cotangent, Stride stride, Padding padding, int height, int width);

  // Layout.

  /** A tensor of one value: {@link Layout.Fill}. */
  T fill(double value, TensorType type);

  /** {@code x} repeated along the new axes of the result: {@link Layout.Broadcast}. */
  T broadcast(T x, Shape result, List<Integer> newAxes);

  /** The same elements in row-major order under another shape: {@link Layout.Reshape}. */
  T reshape(T x, Shape result);

  /**
   * Axis {@code i} of the result is axis {@code order[i]} of {@code x}: {@link Layout.Transpose}.
   */
  T transpose(T x, List<Integer> order);

  /** Along each axis {@code start, start + stride, …} below {@code limit}: {@link Layout.Slice}. */
  T slice(T x, List<Integer> start, List<Integer> limit, List<Integer> stride);

  /** {@code x} with zeros before, behind and between its elements: {@link Layout.Pad}. */
  T pad(T x, List<Integer> low, List<Integer> high, List<Integer> interior);

  /** {@code y} behind {@code x} along an axis: {@link Layout.Concatenate}. */
  T concatenate(T x, T y, int axis);

  // Window.

  /** The largest element under each place of the window: {@link Window.MaxPool}. */
  T maxPool(T image, WindowShape window);

  /**
   * Values {@code [n,h',w',c]}, each added where its window has its maximum, to {@code [n,h,w,c]}:
   * {@link Window.MaxPoolScatter}.
   */
  T maxPoolScatter(T image, T values, WindowShape window);

  /**
   * The value {@code [n,h,w,c]} where each window has its maximum, as {@code [n,h',w',c]}: {@link
   * Window.MaxPoolGather}.
   */
  T maxPoolGather(T image, T values, WindowShape window);

  /** The sum under each place of the window: {@link Window.SumPool}. */
  T sumPool(T image, WindowShape window);

  /** {@code [n,h',w',c]} to {@code [n,height,width,c]}: {@link Window.SumPoolInputGradient}. */
  T sumPoolInputGradient(T cotangent, WindowShape window, int height, int width);

  // Indexing.

  /** The index, in int32, of the first maximum along the last axis: {@link Indexing.ArgMax}. */
  T argMax(T x);

  /** 1 at the index along a new last axis, 0 elsewhere: {@link Indexing.OneHot}. */
  T oneHot(T indices, int depth, DType dtype);

  /**
   * A kernel that says a composite at once, if there is one for these inputs; otherwise the
   * composite's body runs.
   */
  default Optional<Kernel<T>> kernel(Composite composite, List<TensorType> inputs) {
    return Optional.empty();
  }

  /**
   * A composite in an interpreter's own words: its results in order, given its inputs.
   *
   * @param <T> what stands for a tensor
   */
  @FunctionalInterface
  interface Kernel<T> {
    /** Its results in order, given its inputs in order. */
    List<T> apply(List<T> inputs);
  }
}
