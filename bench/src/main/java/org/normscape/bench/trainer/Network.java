package org.normscape.bench.trainer;

import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;

/** A network that every engine can write down in its own way. */
public sealed interface Network {

  /** The number of outputs of each. */
  int CLASSES = 10;

  /** The network as ours. */
  Layer layer();

  /** What it is, in a few words. */
  String title();

  /** What follows its convolutions. */
  Normalization normalization();

  /** How many times more a step of training amplifies rounding than in networks of 20 layers. */
  double amplification();

  /** A VGG with a normalization. */
  record OfVgg(Vgg vgg, Normalization normalization) implements Network {

    private static final int USUAL_WIDTH = 64;

    @Override
    public Layer layer() {
      return vgg.network(new NormalizationScheme(normalization), CLASSES);
    }

    @Override
    public String title() {
      return vgg.variant().name().replace('_', '-') + width(vgg.width(), USUAL_WIDTH);
    }

    /** Its few layers amplify no more. */
    @Override
    public double amplification() {
      return 1;
    }
  }

  /** A residual network with a normalization. */
  record OfResNet(ResNet resNet, Normalization normalization) implements Network {

    private static final int USUAL_WIDTH = 16;
    private static final double SHALLOW = 20;

    @Override
    public Layer layer() {
      return resNet.network(new NormalizationScheme(normalization), CLASSES);
    }

    @Override
    public String title() {
      return "ResNet-" + resNet.depth() + width(resNet.width(), USUAL_WIDTH);
    }

    /**
     * As the square of the depth: after one step with learning rate 0.1, losses differed among
     * engines by 1e-4 at depth 20, by 2e-3 at depth 56, and by 5e-3 at depth 110.
     */
    @Override
    public double amplification() {
      return Math.max(1, Math.pow(resNet.depth() / SHALLOW, 2));
    }
  }

  private static String width(int width, int usual) {
    return width == usual ? "" : " of width " + width;
  }
}
