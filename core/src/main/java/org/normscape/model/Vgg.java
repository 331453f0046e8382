package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Stride;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.MaxPool;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * The networks of Simonyan and Zisserman, "Very deep convolutional networks for large-scale image
 * recognition" (2015), for images {@code [n,h,w,c]} of at least 32 by 32: five blocks of 3×3
 * convolutions with bias and relu, 2×2 max-pooling after each block; then fully connected layers.
 * Convolutions are the sites of normalizations; fully connected layers are not normalized. Paths:
 * {@code conv3.weight}, {@code norm3.scale}, {@code dense1.bias}, ….
 *
 * @param variant which of the networks
 * @param width the channels of the first block: 64 in the paper; the others have 2, 4, 8 and 8
 *     times as many, and hidden fully connected layers 8 times, in the variants for ImageNet 64
 *     times
 * @param initializer how weights start; biases start at 0
 */
@AutoService(Model.class)
public record Vgg(Variant variant, int width, Initializer initializer) implements Model {

  /** The depths of the paper, with its classifier or one that is in use for 32×32 images. */
  public enum Variant {
    /** 8 convolutions (column A) and two hidden fully connected layers: 11 weight layers. */
    VGG_A,
    /** The convolutions of column A and one fully connected layer. */
    VGG_11,
    /** The 10 convolutions of column B and one fully connected layer. */
    VGG_13,
    /** The 13 convolutions of column D and one fully connected layer. */
    VGG_16,
    /** Column A as in the paper, for 224×224 images: {@code vgg11} of torchvision. */
    VGG_11_IMAGENET,
    /** Column B as in the paper, for 224×224 images: {@code vgg13} of torchvision. */
    VGG_13_IMAGENET,
    /** Column D as in the paper, for 224×224 images: {@code vgg16} of torchvision. */
    VGG_16_IMAGENET;

    private List<Integer> convolutionsByBlock() {
      return switch (this) {
        case VGG_A, VGG_11, VGG_11_IMAGENET -> List.of(1, 1, 2, 2, 2);
        case VGG_13, VGG_13_IMAGENET -> List.of(2, 2, 2, 2, 2);
        case VGG_16, VGG_16_IMAGENET -> List.of(2, 2, 3, 3, 3);
      };
    }

    /** How wide each hidden fully connected layer is, in widths of the first block. */
    private List<Integer> hiddenLayers() {
      return switch (this) {
        case VGG_A -> List.of(8, 8);
        case VGG_11, VGG_13, VGG_16 -> List.of();
        case VGG_11_IMAGENET, VGG_13_IMAGENET, VGG_16_IMAGENET -> List.of(64, 64);
      };
    }
  }

  private static final List<Integer> MULTIPLES = List.of(1, 2, 4, 8, 8);

  public Vgg {
    Components.count(Vgg.class, "width", width);
  }

  /** VGG-A at a quarter of its width, drawn as {@link Glorot#uniform()} says. */
  public Vgg() {
    this(Variant.VGG_A, 16, Glorot.uniform());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    NetworkWriter network = new NetworkWriter();
    blocks(network, scheme);
    network.named("flatten", new Flatten());
    for (int multiple : variant.hiddenLayers()) {
      network.numbered("dense", new Dense(multiple * width, Bias.WITH, initializer));
      network.numbered("dense-relu", new Relu());
    }
    network.numbered("dense", new Dense(outputs, Bias.WITH, initializer));
    return network.network();
  }

  private void blocks(NetworkWriter network, NormalizationScheme scheme) {
    List<Integer> convolutions = variant.convolutionsByBlock();
    int count = convolutions.stream().mapToInt(Integer::intValue).sum();
    Iterator<NormalizationSite> sites = scheme.sites(count).iterator();
    for (int block = 0; block < MULTIPLES.size(); block++) {
      for (int i = 0; i < convolutions.get(block); i++) {
        Layer linear = convolution(width * MULTIPLES.get(block));
        network.unit("conv", "relu", sites.next().unit(linear, new Relu()));
      }
      network.numbered("pool", MaxPool.square(2));
    }
  }

  private Conv2d convolution(int filters) {
    return new Conv2d(filters, 3, 3, Stride.of(1), PaddingPolicy.of(1), Bias.WITH, initializer);
  }
}
