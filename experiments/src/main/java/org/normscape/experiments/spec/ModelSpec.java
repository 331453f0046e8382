package org.normscape.experiments.spec;

import org.normscape.model.Vgg.Variant;

/** A network architecture. */
public sealed interface ModelSpec {

  /** How weights start: Glorot and Bengio (2010) or He et al. (2015). */
  enum InitializerSpec {
    GLOROT_UNIFORM,
    GLOROT_NORMAL,
    HE_UNIFORM,
    HE_NORMAL
  }

  /** How weights start. */
  InitializerSpec initializer();

  /**
   * VGG for 32×32 images (Simonyan and Zisserman, 2015).
   *
   * @param variant which of the networks
   * @param width the channels of the first block: 64 in the paper
   */
  record Vgg(Variant variant, int width, InitializerSpec initializer) implements ModelSpec {
    public Vgg {
      Rule.positive("width", width);
    }
  }

  /**
   * A residual network for 32×32 images (He et al., 2015, §4.2).
   *
   * @param depth the number of weight layers: 6n + 2
   * @param width the channels of the first stage: 16 in the paper
   */
  record Resnet(int depth, int width, InitializerSpec initializer) implements ModelSpec {
    public Resnet {
      Rule.require(
          depth >= 8 && depth % 6 == 2,
          "depth",
          "must be 6n + 2, such as 20, 32, 56 or 110",
          depth);
      Rule.positive("width", width);
    }
  }

  /**
   * Dense layers with relu between them.
   *
   * @param layers the number of hidden layers
   * @param units the units of each
   */
  record Mlp(int layers, int units, InitializerSpec initializer) implements ModelSpec {
    public Mlp {
      Rule.positive("layers", layers);
      Rule.positive("units", units);
    }
  }

  /**
   * A product of square matrices (Santurkar et al., appendix A).
   *
   * @param layers the number of matrices
   * @param units their order
   */
  record DeepLinear(int layers, int units, InitializerSpec initializer) implements ModelSpec {
    public DeepLinear {
      Rule.positive("layers", layers);
      Rule.positive("units", units);
    }
  }
}
