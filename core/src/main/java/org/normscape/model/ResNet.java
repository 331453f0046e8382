package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import org.normscape.component.Components;
import org.normscape.model.residual.BlockPlace;
import org.normscape.model.residual.PostActivation;
import org.normscape.model.residual.ResidualBlock;
import org.normscape.model.residual.SitedConvolution;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.GlobalAveragePool;
import org.normscape.nn.Layer;
import org.normscape.nn.initialization.He;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * The networks of He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016),
 * section 4.2, for images {@code [n,h,w,c]}, theirs 32 by 32: a 3×3 convolution, three stages of m
 * residual blocks of two 3×3 convolutions each, the mean over the image, and one fully connected
 * layer: {@code 6m + 2} weight layers. Stages two and three halve the image and double the
 * channels; shortcuts have no parameters (option A). Where normalizations and activation functions
 * stand is said by the kind of its blocks; theirs is {@link PostActivation}.
 *
 * <p>Each convolution is a site of normalizations, with what follows it. Convolutions have biases
 * where the normalization does not make them redundant: with none, with layer normalization, and
 * before relu when the normalization stands after it.
 *
 * <p>Paths: {@code conv1.weight}, {@code block4.norm2.scale}, {@code dense.bias}, ….
 *
 * @param depth 20, 32, 56 or 110 in the paper; any {@code 6m + 2} with m at least 1
 * @param width the channels of the first stage: 16 in the paper
 * @param initializer how weights start; biases start at 0
 * @param block the kind of its blocks
 */
@AutoService(Model.class)
public record ResNet(int depth, int width, Initializer initializer, ResidualBlock block)
    implements Model {

  private static final int STAGES = 3;

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

  /** One with the blocks of the paper. */
  public ResNet(int depth, int width, Initializer initializer) {
    this(depth, width, initializer, new PostActivation());
  }

  /** The smallest of the paper, drawn as {@link He#normal()} says. */
  public ResNet() {
    this(20, 16, He.normal());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    Iterator<NormalizationSite> sites = scheme.sites(depth - 1).iterator();
    NetworkWriter network = new NetworkWriter();
    SitedConvolution before = convolution(sites, 0, 1);
    block.stem(network, before);
    int stageLength = (depth - 2) / (2 * STAGES);
    for (int i = 0; i < STAGES * stageLength; i++) {
      int stage = i / stageLength;
      int stride = stage > 0 && i % stageLength == 0 ? 2 : 1;
      SitedConvolution first = convolution(sites, stage, stride);
      SitedConvolution last = convolution(sites, stage, 1);
      BlockPlace place = new BlockPlace(i + 1, stageLength, before, first, last);
      block.write(network, block.branch(place), place);
      before = last;
    }
    block.end(network, before);
    network.named("pool", new GlobalAveragePool());
    network.named("dense", new Dense(outputs, Bias.WITH, block.classifier(initializer)));
    return network.network();
  }

  private SitedConvolution convolution(Iterator<NormalizationSite> sites, int stage, int stride) {
    return new SitedConvolution(sites.next(), width << stage, stride, initializer);
  }
}
