package org.normscape.model;

import java.util.List;
import org.normscape.ir.Stride;
import org.normscape.nn.Activation;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.GlobalAveragePool;
import org.normscape.nn.Identity;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Residual;
import org.normscape.nn.ZeroPaddedShortcut;
import org.normscape.norm.Normalization;

/**
 * The networks of He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016),
 * section 4.2, for images {@code [n,32,32,c]}: a 3×3 convolution, three stages of n residual blocks
 * of two 3×3 convolutions each, the mean over the image, and one fully connected layer: {@code 6n +
 * 2} weight layers. Stages two and three halve the image and double the channels; shortcuts have no
 * parameters (option A). Each convolution is followed by a normalization, and relu comes after the
 * first of a block and after the sum. Paths: {@code conv1.weight}, {@code block4.norm2.scale},
 * {@code dense.bias}, ….
 *
 * @param depth 20, 32, 56 or 110 in the paper; any {@code 6n + 2} with n at least 1
 * @param width the channels of the first stage: 16 in the paper
 * @param classes the number of outputs
 * @param bias whether convolutions have a bias: it has no effect before a normalization that
 *     subtracts the mean of each channel
 * @param normalization what follows each convolution
 * @param initializer how weights start; biases start at 0
 */
public record ResNet(
    int depth,
    int width,
    int classes,
    Bias bias,
    Normalization normalization,
    Initializer initializer) {

  public ResNet {
    if (depth < 8 || depth % 6 != 2) {
      throw new IllegalArgumentException(
          "ResNet: the depth must be 6n + 2 with n at least 1, but it is %d. To fix: use 20, 32, 56 or 110."
              .formatted(depth));
    }
  }

  /** The network. */
  public Layer network() {
    Layers layers = new Layers();
    layers.named("conv1", convolution(width, 1));
    layers.named("norm1", normalization);
    layers.named("relu1", Activation.RELU);
    for (int multiple : List.of(1, 2, 4)) {
      for (int i = 0; i < (depth - 2) / 6; i++) {
        layers.numbered("block", block(width * multiple, i == 0 && multiple > 1 ? 2 : 1));
        layers.numbered("block-relu", Activation.RELU);
      }
    }
    layers.named("pool", new GlobalAveragePool());
    layers.named("dense", new Dense(classes, Bias.WITH, initializer));
    return layers.network();
  }

  private Layer block(int channels, int stride) {
    Layers branch = new Layers();
    branch.named("conv1", convolution(channels, stride));
    branch.named("norm1", normalization);
    branch.named("relu1", Activation.RELU);
    branch.named("conv2", convolution(channels, 1));
    branch.named("norm2", normalization);
    Layer shortcut = stride == 1 ? new Identity() : new ZeroPaddedShortcut(stride, channels);
    return new Residual(branch.network(), shortcut);
  }

  private Conv2d convolution(int filters, int stride) {
    return new Conv2d(filters, 3, 3, Stride.of(stride), PaddingPolicy.of(1), bias, initializer);
  }
}
