package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/**
 * {@link org.normscape.norm.LayerNorm} of whole examples. libtorch has a scale and a shift for each
 * element: those of the channel, repeated.
 */
record LibtorchLayerNorm() implements LibtorchNormalization {

  private static final float EPSILON = (float) new org.normscape.norm.LayerNorm().epsilon();

  @Override
  public NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    Shape example = x.getShape().slice(1);
    NDArray scale = repeated(parameters.get("scale"), example);
    NDArray shift = repeated(parameters.get("shift"), example);
    return LayerNorm.layerNorm(x, example, scale, shift, EPSILON).singletonOrThrow();
  }

  private static NDArray repeated(NDArray channels, Shape example) {
    return channels.reshape(-1, 1, 1).broadcast(example);
  }
}
