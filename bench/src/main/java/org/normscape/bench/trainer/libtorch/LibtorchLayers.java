package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import org.jspecify.annotations.Nullable;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/**
 * libtorch's layers on parameters by the names of ours.
 *
 * @param normalization what follows convolutions, or rewrites their weights
 */
record LibtorchLayers(LibtorchNormalization normalization) {

  private static final Shape PADDED = new Shape(1, 1);

  /** A 3×3 convolution, padded by 1. */
  NDArray convolution(Parameters<NDArray> parameters, NDArray x, int stride) {
    NDArray weight = normalization.weight(parameters, x);
    @Nullable NDArray bias = parameters.byPath().get("bias");
    return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), PADDED).singletonOrThrow();
  }

  /** A fully connected layer. */
  NDArray dense(Parameters<NDArray> parameters, NDArray x) {
    return Linear.linear(x, parameters.get("weight"), parameters.get("bias")).singletonOrThrow();
  }

  /** The normalization. */
  NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    return normalization.normalized(parameters, state, x, statistics);
  }
}
