package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.normscape.bench.trainer.ResNetPlan;
import org.normscape.model.ResNet;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** {@link ResNet} in libtorch's own operations. */
record LibtorchResNet(ResNet resNet, LibtorchLayers layers) implements LibtorchNetwork {

  @Override
  public NDArray logits(
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray images,
      Statistics statistics) {
    NDArray x = Activation.relu(unit("1", parameters, state, images, 1, statistics));
    for (ResNetPlan.Block block : ResNetPlan.of(resNet)) {
      String path = "block" + block.number();
      x = block(parameters.under(path), state.under(path), x, block.stride(), statistics);
    }
    return layers.dense(parameters.under("dense"), x.mean(new int[] {3}).mean(new int[] {2}));
  }

  private NDArray block(
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray x,
      int stride,
      Statistics statistics) {
    NDArray inner = Activation.relu(unit("1", parameters, state, x, stride, statistics));
    NDArray branch = unit("2", parameters, state, inner, 1, statistics);
    return Activation.relu(branch.add(stride == 1 ? x : shortcut(x, branch.getShape())));
  }

  private NDArray unit(
      String number,
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray x,
      int stride,
      Statistics statistics) {
    NDArray y = layers.convolution(parameters.under("conv" + number), x, stride);
    String norm = "norm" + number;
    return layers.normalized(parameters.under(norm), state.under(norm), y, statistics);
  }

  /** Every second row and column, and zeros for the channels that are new: option A. */
  private static NDArray shortcut(NDArray x, Shape shape) {
    NDArray places = x.get(new NDIndex(":, :, ::2, ::2"));
    Shape missing =
        new Shape(shape.get(0), shape.get(1) - x.getShape().get(1), shape.get(2), shape.get(3));
    NDArray zeros = x.getManager().zeros(missing, x.getDataType());
    return places.concat(zeros, 1);
  }
}
