package org.normscape.model;

import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;

/**
 * The deep linear network of Santurkar et al. (2018), section 2: square matrices without biases on
 * {@code [n, size]}, each but the last followed by a normalization. Theirs has 25 layers of size 10
 * and Glorot's initialization; where normalizations stand is not said in the paper. Paths: {@code
 * dense1.weight}, {@code norm1.scale}, ….
 *
 * @param layers the number of matrices, at least 1
 * @param size their extent
 * @param normalization what stands between two of them
 * @param initializer how they start
 */
public record DeepLinear(
    int layers, int size, Normalization normalization, Initializer initializer) {

  public DeepLinear {
    if (layers < 1) {
      throw new IllegalArgumentException(
          "DeepLinear: there must be at least 1 layer, but there are %d. To fix: the paper has 25."
              .formatted(layers));
    }
  }

  /** The network. */
  public Layer network() {
    Layers network = new Layers();
    for (int layer = 1; layer < layers; layer++) {
      network.numbered("dense", new Dense(size, Bias.WITHOUT, initializer));
      network.numbered("norm", normalization);
    }
    network.numbered("dense", new Dense(size, Bias.WITHOUT, initializer));
    return network.network();
  }
}
