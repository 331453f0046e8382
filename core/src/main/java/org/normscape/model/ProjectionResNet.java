package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Stride;
import org.normscape.model.residual.SitedConvolution;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.GlobalAveragePool;
import org.normscape.nn.Identity;
import org.normscape.nn.Layer;
import org.normscape.nn.MaxPool;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Pooling;
import org.normscape.nn.Residual;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.He;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * The networks of He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016),
 * table 1, with basic blocks, for images {@code [n,h,w,c]}: a stem, stages of residual blocks of
 * two 3×3 convolutions each, the mean over the image, and one fully connected layer. Each stage but
 * the first halves the image and doubles the channels; there the shortcut is a 1×1 convolution, a
 * projection (option B). With the defaults it is {@code resnet18} of torchvision, and with {@code
 * blocks = [3, 4, 6, 3]} {@code resnet34}; with {@code stem = plain} what is in use for 32×32
 * images.
 *
 * <p>Each convolution is a site of normalizations, projections too. Convolutions have biases where
 * the normalization does not make them redundant.
 *
 * <p>Paths: {@code conv1.weight}, {@code block3.norm2.scale}, {@code block3.shortcut.conv1.weight},
 * {@code dense.bias}, ….
 *
 * @param blocks how many blocks each stage has
 * @param width the channels of the first stage: 64 in the paper
 * @param stem what stands before the first stage
 * @param initializer how weights start; biases start at 0
 */
@AutoService(Model.class)
public record ProjectionResNet(List<Integer> blocks, int width, Stem stem, Initializer initializer)
    implements Model {

  /** What stands before the first stage. */
  public enum Stem {
    /** A 7×7 convolution and 3×3 max-pooling, both of stride 2: for images of 224×224. */
    STRIDED {
      @Override
      Conv2d convolution(int filters, Bias bias, Initializer initializer) {
        return new Conv2d(filters, 7, 7, Stride.of(2), PaddingPolicy.of(3), bias, initializer);
      }

      @Override
      void end(NetworkWriter network) {
        network.named("pool1", new MaxPool(new Pooling(3, 3, Stride.of(2), PaddingPolicy.of(1))));
      }
    },
    /** A 3×3 convolution: for images of 32×32. */
    PLAIN {
      @Override
      Conv2d convolution(int filters, Bias bias, Initializer initializer) {
        return new Conv2d(filters, 3, 3, Stride.of(1), PaddingPolicy.of(1), bias, initializer);
      }

      @Override
      void end(NetworkWriter network) {}
    };

    abstract Conv2d convolution(int filters, Bias bias, Initializer initializer);

    abstract void end(NetworkWriter network);
  }

  public ProjectionResNet {
    blocks = List.copyOf(blocks);
    Components.require(
        !blocks.isEmpty() && blocks.stream().allMatch(count -> count >= 1),
        ProjectionResNet.class,
        "blocks",
        "must be numbers that are at least 1, one for each stage",
        blocks,
        "use [2, 2, 2, 2] or [3, 4, 6, 3]");
    Components.count(ProjectionResNet.class, "width", width);
  }

  /** ResNet-18 for ImageNet, drawn as {@link He#normal()} says. */
  public ProjectionResNet() {
    this(List.of(2, 2, 2, 2), 64, Stem.STRIDED, He.normal());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    Iterator<NormalizationSite> sites = scheme.sites(convolutions()).iterator();
    NetworkWriter network = new NetworkWriter();
    NormalizationSite first = sites.next();
    network.unit(
        "conv", "relu", first.unit(stem.convolution(width, first.bias(), initializer), new Relu()));
    stem.end(network);
    for (int stage = 0; stage < blocks.size(); stage++) {
      for (int i = 0; i < blocks.get(stage); i++) {
        boolean isProjected = stage > 0 && i == 0;
        network.numbered("block", isProjected ? projected(sites, stage) : plain(sites, stage));
        network.numbered("block-relu", new Relu());
      }
    }
    network.named("pool", new GlobalAveragePool());
    network.named("dense", new Dense(outputs, Bias.WITH, initializer));
    return network.network();
  }

  private int convolutions() {
    int inBranches = 2 * blocks.stream().mapToInt(Integer::intValue).sum();
    int projections = blocks.size() - 1;
    return 1 + inBranches + projections;
  }

  private Residual plain(Iterator<NormalizationSite> sites, int stage) {
    return new Residual(branch(sites, stage, 1), new Identity());
  }

  private Residual projected(Iterator<NormalizationSite> sites, int stage) {
    Layer branch = branch(sites, stage, 2);
    NormalizationSite site = sites.next();
    NetworkWriter projection = new NetworkWriter();
    Conv2d convolution =
        new Conv2d(
            channels(stage),
            1,
            1,
            Stride.of(2),
            PaddingPolicy.none(),
            site.biasWithoutActivation(),
            initializer);
    projection.unit("conv", "activation", site.unit(convolution));
    return new Residual(branch, projection.network());
  }

  private Layer branch(Iterator<NormalizationSite> sites, int stage, int stride) {
    NetworkWriter branch = new NetworkWriter();
    branch.unit("conv", "relu", convolution(sites, stage, stride).activated());
    branch.unit("conv", "activation", convolution(sites, stage, 1).bare());
    return branch.network();
  }

  private SitedConvolution convolution(Iterator<NormalizationSite> sites, int stage, int stride) {
    return new SitedConvolution(sites.next(), channels(stage), stride, initializer);
  }

  private int channels(int stage) {
    return width << stage;
  }
}
