package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** A normalization by libtorch, on parameters and state by the names of ours. */
interface LibtorchNormalization {

  /** The weight with which a convolution of {@code x} multiplies, {@code [out,in,kH,kW]}. */
  default NDArray weight(Parameters<NDArray> parameters, NDArray x) {
    return parameters.get("weight");
  }

  /** What follows a convolution, {@code [n,c,h,w]}; {@link Statistics#BATCH} updates the state. */
  default NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    return x;
  }
}
