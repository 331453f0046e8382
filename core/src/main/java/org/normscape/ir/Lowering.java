package org.normscape.ir;

import java.util.List;
import java.util.Optional;

/**
 * What an interpreter of programs must be able to say: one method a primitive. The meaning of each
 * is written at its record.
 *
 * @param <T> what stands for a tensor: an array, a node of a graph, a place in a plan
 */
public interface Lowering<T> {

  // Elementwise: all tensors share one type.
  T add(T x, T y);

  T subtract(T x, T y);

  T multiply(T x, T y);

  T divide(T x, T y);

  T maximum(T x, T y);

  T minimum(T x, T y);

  T greater(T x, T y);

  T greaterOrEqual(T x, T y);

  T equal(T x, T y);

  T select(T mask, T x, T y);

  T negate(T x);

  T absolute(T x);

  T sign(T x);

  T exp(T x);

  T log(T x);

  T sqrt(T x);

  T reciprocalSqrt(T x);

  T power(T x, double exponent);

  T tanh(T x);

  T sigmoid(T x);

  T softplus(T x);

  T erf(T x);

  T cast(T x, DType dtype);

  T stopGradient(T x);

  // Reduction.
  T sum(T x, List<Integer> axes);

  T max(T x, List<Integer> axes);

  // Contraction.
  T matmul(T x, T y, boolean transposeLeft, boolean transposeRight);

  T batchMatmul(T x, T y, boolean transposeLeft, boolean transposeRight);

  T convolution(T image, T filter, Stride stride, Padding padding);

  T convolutionInputGradient(
      T cotangent, T filter, Stride stride, Padding padding, int height, int width);

  T convolutionFilterGradient(
      T image, T cotangent, Stride stride, Padding padding, int height, int width);

  // Layout.
  T fill(double value, TensorType type);

  T broadcast(T x, Shape result, List<Integer> newAxes);

  T reshape(T x, Shape result);

  T transpose(T x, List<Integer> order);

  T slice(T x, List<Integer> start, List<Integer> limit, List<Integer> stride);

  T pad(T x, List<Integer> low, List<Integer> high, List<Integer> interior);

  T concatenate(T x, T y, int axis);

  // Window.
  T maxPool(T image, WindowShape window);

  T maxPoolScatter(T image, T values, WindowShape window);

  T maxPoolGather(T image, T values, WindowShape window);

  T sumPool(T image, WindowShape window);

  T sumPoolInputGradient(T cotangent, WindowShape window, int height, int width);

  // Indexing.
  T argMax(T x);

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
    List<T> apply(List<T> inputs);
  }
}
