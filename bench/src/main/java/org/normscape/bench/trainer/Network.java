package org.normscape.bench.trainer;

import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;

/** A network that every engine can write down in its own way. */
public sealed interface Network {

  /** The network as ours. */
  Layer layer();

  /** What it is, in a few words. */
  String title();

  /** What follows its convolutions. */
  Normalization normalization();

  /** A VGG. */
  record OfVgg(Vgg vgg) implements Network {

    private static final int USUAL_WIDTH = 64;

    @Override
    public Layer layer() {
      return vgg.network();
    }

    @Override
    public String title() {
      return vgg.variant().name().replace('_', '-') + width(vgg.width(), USUAL_WIDTH);
    }

    @Override
    public Normalization normalization() {
      return vgg.normalization();
    }
  }

  /** A residual network. */
  record OfResNet(ResNet resNet) implements Network {

    private static final int USUAL_WIDTH = 16;

    @Override
    public Layer layer() {
      return resNet.network();
    }

    @Override
    public String title() {
      return "ResNet-" + resNet.depth() + width(resNet.width(), USUAL_WIDTH);
    }

    @Override
    public Normalization normalization() {
      return resNet.normalization();
    }
  }

  private static String width(int width, int usual) {
    return width == usual ? "" : " of width " + width;
  }
}
