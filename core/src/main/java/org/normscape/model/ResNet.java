package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Stride;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.GlobalAveragePool;
import org.normscape.nn.He;
import org.normscape.nn.Identity;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Residual;
import org.normscape.nn.ZeroPaddedShortcut;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.Site;

/**
 * The networks of He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016),
 * section 4.2, for images {@code [n,h,w,c]}, theirs 32 by 32: a 3×3 convolution, three stages of m
 * residual blocks of two 3×3 convolutions each, the mean over the image, and one fully connected
 * layer: {@code 6m + 2} weight layers. Stages two and three halve the image and double the
 * channels; shortcuts have no parameters (option A). Relu comes after the first convolution of the
 * network and of a block, and after each sum.
 *
 * <p>Each convolution is a site of normalizations. The second of a block has no activation function
 * in its branch, so that it is normalized before the sum, whatever the position. Convolutions have
 * biases where the normalization does not make them redundant: with none, with layer normalization,
 * and before relu when the normalization stands after it.
 *
 * <p>Paths: {@code conv1.weight}, {@code block4.norm2.scale}, {@code dense.bias}, ….
 *
 * @param depth 20, 32, 56 or 110 in the paper; any {@code 6m + 2} with m at least 1
 * @param width the channels of the first stage: 16 in the paper
 * @param initializer how weights start; biases start at 0
 */
@AutoService(Model.class)
public record ResNet(int depth, int width, Initializer initializer) implements Model {

  public ResNet {
    Components.require(
        depth >= 8 && depth % 6 == 2,
        ResNet.class,
        "depth",
        "must be 6m + 2 with m at least 1",
        depth,
        "use 20, 32, 56 or 110");
    Components.count(ResNet.class, "width", width);
  }

  /** The smallest of the paper, drawn as {@link He#normal()} says. */
  public ResNet() {
    this(20, 16, He.normal());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    Iterator<Site> sites = scheme.sites(depth - 1).iterator();
    NetworkWriter network = new NetworkWriter();
    activated(network, sites.next(), width, 1);
    for (int multiple : List.of(1, 2, 4)) {
      for (int i = 0; i < (depth - 2) / 6; i++) {
        int stride = i == 0 && multiple > 1 ? 2 : 1;
        network.numbered("block", block(sites, width * multiple, stride));
        network.numbered("block-relu", new Relu());
      }
    }
    network.named("pool", new GlobalAveragePool());
    network.named("dense", new Dense(outputs, Bias.WITH, initializer));
    return network.network();
  }

  private Layer block(Iterator<Site> sites, int channels, int stride) {
    NetworkWriter branch = new NetworkWriter();
    activated(branch, sites.next(), channels, stride);
    Site last = sites.next();
    branch.unit(
        "conv", "activation", last.unit(convolution(channels, 1, last.biasWithoutActivation())));
    Layer shortcut = stride == 1 ? new Identity() : new ZeroPaddedShortcut(stride, channels);
    return new Residual(branch.network(), shortcut);
  }

  private void activated(NetworkWriter network, Site site, int channels, int stride) {
    Layer linear = convolution(channels, stride, site.bias());
    network.unit("conv", "relu", site.unit(linear, new Relu()));
  }

  private Conv2d convolution(int filters, int stride, Bias bias) {
    return new Conv2d(filters, 3, 3, Stride.of(stride), PaddingPolicy.of(1), bias, initializer);
  }
}
