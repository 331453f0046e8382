package org.normscape.model;

import java.util.List;
import org.normscape.nn.Activation;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Initializer;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;

/**
 * Fully connected layers on {@code [n, features]}, each but the last followed by a normalization
 * and an activation. Paths: {@code dense1.weight}, {@code norm1.scale}, ….
 *
 * @param hidden the units of each hidden layer
 * @param outputs the units of the last layer
 * @param activation what follows each hidden layer's normalization
 * @param normalization what stands between a hidden layer and its activation
 * @param initializer how weights start; biases start at 0
 */
public record MultilayerPerceptron(
    List<Integer> hidden,
    int outputs,
    Activation activation,
    Normalization normalization,
    Initializer initializer) {

  public MultilayerPerceptron {
    hidden = List.copyOf(hidden);
  }

  /** The network. */
  public Layer network() {
    Layers layers = new Layers();
    for (int units : hidden) {
      layers.numbered("dense", new Dense(units, Bias.WITH, initializer));
      layers.numbered("norm", normalization);
      layers.numbered("activation", activation);
    }
    layers.numbered("dense", new Dense(outputs, Bias.WITH, initializer));
    return layers.network();
  }
}
