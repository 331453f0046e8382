package org.normscape.model;

import java.util.List;
import org.normscape.ir.Stride;
import org.normscape.nn.Activation;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.nn.MaxPool;
import org.normscape.nn.PaddingPolicy;
import org.normscape.norm.Normalization;

/**
 * The networks of Simonyan and Zisserman, "Very deep convolutional networks for large-scale image
 * recognition" (2015), for images {@code [n,32,32,c]}: five blocks of 3×3 convolutions with bias,
 * each convolution followed by a normalization and relu, each block by 2×2 max-pooling; then fully
 * connected layers, which are not normalized. Paths: {@code conv3.weight}, {@code norm3.scale},
 * {@code dense1.bias}, ….
 *
 * @param variant which of the networks
 * @param width the channels of the first block: 64 in the paper; the others have 2, 4, 8 and 8
 *     times as many, and hidden fully connected layers 8 times
 * @param classes the number of outputs
 * @param normalization what stands between a convolution and its relu
 * @param initializer how weights start; biases start at 0
 */
public record Vgg(
    Variant variant, int width, int classes, Normalization normalization, Initializer initializer) {

  /** The depths of the paper, with classifiers that are in use for 32×32 images. */
  public enum Variant {
    /** 8 convolutions (column A) and two hidden fully connected layers: 11 weight layers. */
    VGG_A,
    /** The convolutions of column A and one fully connected layer. */
    VGG_11,
    /** The 10 convolutions of column B and one fully connected layer. */
    VGG_13,
    /** The 13 convolutions of column D and one fully connected layer. */
    VGG_16;

    private List<Integer> convolutionsByBlock() {
      return switch (this) {
        case VGG_A, VGG_11 -> List.of(1, 1, 2, 2, 2);
        case VGG_13 -> List.of(2, 2, 2, 2, 2);
        case VGG_16 -> List.of(2, 2, 3, 3, 3);
      };
    }

    private int hiddenLayers() {
      return this == VGG_A ? 2 : 0;
    }
  }

  private static final List<Integer> MULTIPLES = List.of(1, 2, 4, 8, 8);

  /** The network. */
  public Layer network() {
    Layers layers = new Layers();
    for (int block = 0; block < MULTIPLES.size(); block++) {
      for (int i = 0; i < variant.convolutionsByBlock().get(block); i++) {
        layers.numbered("conv", convolution(width * MULTIPLES.get(block)));
        layers.numbered("norm", normalization);
        layers.numbered("relu", Activation.RELU);
      }
      layers.numbered("pool", MaxPool.square(2));
    }
    layers.named("flatten", new Flatten());
    for (int i = 0; i < variant.hiddenLayers(); i++) {
      layers.numbered("dense", new Dense(8 * width, Bias.WITH, initializer));
      layers.named("dense-relu" + (i + 1), Activation.RELU);
    }
    layers.numbered("dense", new Dense(classes, Bias.WITH, initializer));
    return layers.network();
  }

  private Conv2d convolution(int filters) {
    return new Conv2d(filters, 3, 3, Stride.of(1), PaddingPolicy.of(1), Bias.WITH, initializer);
  }
}
