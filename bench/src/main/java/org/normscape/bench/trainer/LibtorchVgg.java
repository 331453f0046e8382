package org.normscape.bench.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.normscape.model.Vgg;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;

/**
 * {@link Vgg} in libtorch's own operations, written down a second time so that neither its layers
 * nor its gradients are ours. Images and activations are {@code [n,c,h,w]}, filters {@code
 * [out,in,kH,kW]}, matrices {@code [out,in]}; paths are those of {@link Vgg}.
 *
 * @param vgg which network; its normalization is None, or BatchNorm as libtorch has it
 */
record LibtorchVgg(Vgg vgg) {

  private static final Shape NOT_PADDED = new Shape(0, 0);
  private static final Shape PADDED = new Shape(1, 1);
  private static final Shape STEP = new Shape(1, 1);
  private static final Shape SQUARE = new Shape(2, 2);

  LibtorchVgg {
    Normalization normalization = vgg.normalization();
    if (!(normalization instanceof None || isOfLibtorch(normalization))) {
      throw new IllegalArgumentException(
          "LibtorchVgg: the normalization must be None, or BatchNorm of channels with unbiased running variance, scale and shift, but it is %s. To fix: use one of these."
              .formatted(normalization));
    }
  }

  private static boolean isOfLibtorch(Normalization normalization) {
    return normalization instanceof org.normscape.norm.BatchNorm batchNorm
        && batchNorm.channelAxis() == -1
        && batchNorm.runningVariance() == RunningVariance.UNBIASED
        && batchNorm.affine() == Affine.WITH;
  }

  /** The logits {@code [n, classes]}; {@link Statistics#BATCH} also updates {@code state}. */
  NDArray logits(
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray images,
      Statistics statistics) {
    NDArray x = images;
    int layer = 1;
    for (int convolutions : convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        x = convolution(parameters.under("conv" + layer), x);
        String norm = "norm" + layer++;
        x = normalized(parameters.under(norm), state.under(norm), x, statistics);
        x = Activation.relu(x);
      }
      x = Pool.maxPool2d(x, SQUARE, SQUARE, NOT_PADDED, false);
    }
    return classifier(parameters, x.transpose(0, 2, 3, 1).reshape(x.getShape().get(0), -1));
  }

  private NDArray classifier(Parameters<NDArray> parameters, NDArray features) {
    NDArray x = features;
    for (int layer = 1; layer <= denseLayers(); layer++) {
      Parameters<NDArray> dense = parameters.under("dense" + layer);
      x = Linear.linear(x, dense.get("weight"), dense.get("bias")).singletonOrThrow();
      x = layer < denseLayers() ? Activation.relu(x) : x;
    }
    return x;
  }

  private static NDArray convolution(Parameters<NDArray> parameters, NDArray x) {
    return Conv2d.conv2d(x, parameters.get("weight"), parameters.get("bias"), STEP, PADDED)
        .singletonOrThrow();
  }

  private NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    if (!(vgg.normalization() instanceof org.normscape.norm.BatchNorm batchNorm)) {
      return x;
    }
    return BatchNorm.batchNorm(
            x,
            state.get("mean"),
            state.get("variance"),
            parameters.get("scale"),
            parameters.get("shift"),
            1,
            (float) batchNorm.decay(),
            (float) batchNorm.epsilon(),
            statistics == Statistics.BATCH)
        .singletonOrThrow();
  }

  /** Columns A, A, B and D of table 1 of Simonyan and Zisserman (2015). */
  private List<Integer> convolutionsByBlock() {
    return switch (vgg.variant()) {
      case VGG_A, VGG_11 -> List.of(1, 1, 2, 2, 2);
      case VGG_13 -> List.of(2, 2, 2, 2, 2);
      case VGG_16 -> List.of(2, 2, 3, 3, 3);
    };
  }

  private int denseLayers() {
    return vgg.variant() == Vgg.Variant.VGG_A ? 3 : 1;
  }
}
