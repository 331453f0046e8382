package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import org.jspecify.annotations.Nullable;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;

/**
 * libtorch's layers on parameters by the names of ours.
 *
 * @param normalization None, or BatchNorm or LayerNorm as libtorch has them
 */
public record LibtorchLayers(Normalization normalization) {

  private static final Shape PADDED = new Shape(1, 1);

  public LibtorchLayers {
    if (!has(normalization)) {
      throw new IllegalArgumentException(
          "libtorch: the normalization must be None, BatchNorm of channels with unbiased running variance, scale and shift, or LayerNorm with scale and shift, but it is %s. To fix: use one of these."
              .formatted(normalization));
    }
  }

  /** Whether libtorch has this normalization. */
  public static boolean has(Normalization normalization) {
    return normalization instanceof None
        || (normalization instanceof org.normscape.norm.BatchNorm batchNorm
            && batchNorm.equals(
                new org.normscape.norm.BatchNorm(
                    -1,
                    batchNorm.epsilon(),
                    batchNorm.running().decay(),
                    RunningVariance.UNBIASED,
                    Affine.WITH)))
        || (normalization instanceof org.normscape.norm.LayerNorm layerNorm
            && layerNorm.equals(
                new org.normscape.norm.LayerNorm(layerNorm.epsilon(), Affine.WITH)));
  }

  /** A 3×3 convolution, padded by 1. */
  NDArray convolution(Parameters<NDArray> parameters, NDArray x, int stride) {
    @Nullable NDArray bias = parameters.byPath().get("bias");
    return Conv2d.conv2d(x, parameters.get("weight"), bias, new Shape(stride, stride), PADDED)
        .singletonOrThrow();
  }

  /** A fully connected layer. */
  NDArray dense(Parameters<NDArray> parameters, NDArray x) {
    return Linear.linear(x, parameters.get("weight"), parameters.get("bias")).singletonOrThrow();
  }

  /** The normalization. */
  NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    if (normalization instanceof org.normscape.norm.BatchNorm batchNorm) {
      return normalized(batchNorm, parameters, state, x, statistics);
    }
    return normalization instanceof org.normscape.norm.LayerNorm layerNorm
        ? normalized(layerNorm, parameters, x)
        : x;
  }

  private static NDArray normalized(
      org.normscape.norm.BatchNorm batchNorm,
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray x,
      Statistics statistics) {
    return BatchNorm.batchNorm(
            x,
            state.get("mean"),
            state.get("variance"),
            parameters.get("scale"),
            parameters.get("shift"),
            1,
            (float) batchNorm.running().decay(),
            (float) batchNorm.epsilon(),
            statistics == Statistics.BATCH)
        .singletonOrThrow();
  }

  /** libtorch has a scale and a shift for each element: those of the channel, repeated. */
  private static NDArray normalized(
      org.normscape.norm.LayerNorm layerNorm, Parameters<NDArray> parameters, NDArray x) {
    Shape example = x.getShape().slice(1);
    NDArray scale = repeated(parameters.get("scale"), example);
    NDArray shift = repeated(parameters.get("shift"), example);
    return LayerNorm.layerNorm(x, example, scale, shift, (float) layerNorm.epsilon())
        .singletonOrThrow();
  }

  private static NDArray repeated(NDArray channels, Shape example) {
    return channels.reshape(-1, 1, 1).broadcast(example);
  }
}
