package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import org.normscape.bench.trainer.VggPlan;
import org.normscape.model.Vgg;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** {@link Vgg} in libtorch's own operations. */
record LibtorchVgg(Vgg vgg, LibtorchLayers layers) implements LibtorchNetwork {

  private static final Shape NOT_PADDED = new Shape(0, 0);
  private static final Shape SQUARE = new Shape(2, 2);

  @Override
  public NDArray logits(
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray images,
      Statistics statistics) {
    NDArray x = images;
    int layer = 1;
    for (int convolutions : VggPlan.of(vgg).convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        x = layers.convolution(parameters.under("conv" + layer), x, 1);
        String norm = "norm" + layer++;
        x = layers.normalized(parameters.under(norm), state.under(norm), x, statistics);
        x = Activation.relu(x);
      }
      x = Pool.maxPool2d(x, SQUARE, SQUARE, NOT_PADDED, false);
    }
    return classifier(parameters, x.transpose(0, 2, 3, 1).reshape(x.getShape().get(0), -1));
  }

  private NDArray classifier(Parameters<NDArray> parameters, NDArray features) {
    NDArray x = features;
    int last = VggPlan.of(vgg).denseLayers();
    for (int layer = 1; layer <= last; layer++) {
      x = layers.dense(parameters.under("dense" + layer), x);
      x = layer < last ? Activation.relu(x) : x;
    }
    return x;
  }
}
