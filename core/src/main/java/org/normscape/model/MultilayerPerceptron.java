package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.activation.Activation;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * Fully connected layers with biases, on each example as one row; an activation function follows
 * each but the last. Hidden layers are the sites of normalizations. Paths: {@code dense1.weight},
 * {@code norm1.scale}, ….
 *
 * @param hidden the units of each hidden layer
 * @param activation what follows each hidden layer
 * @param initializer how weights start; biases start at 0
 */
@AutoService(Model.class)
public record MultilayerPerceptron(
    List<Integer> hidden, Activation activation, Initializer initializer) implements Model {

  public MultilayerPerceptron {
    hidden = List.copyOf(hidden);
    Components.require(
        hidden.stream().allMatch(units -> units >= 1),
        MultilayerPerceptron.class,
        "hidden",
        "must be numbers that are at least 1",
        hidden);
  }

  /** Two hidden layers of 128 units with relu, drawn as {@link Glorot#uniform()} says. */
  public MultilayerPerceptron() {
    this(List.of(128, 128), new Relu(), Glorot.uniform());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    NetworkWriter network = new NetworkWriter();
    network.named("flatten", new Flatten());
    Iterator<NormalizationSite> sites = scheme.sites(hidden.size()).iterator();
    for (int units : hidden) {
      network.unit("dense", "activation", sites.next().unit(dense(units), activation));
    }
    network.numbered("dense", dense(outputs));
    return network.network();
  }

  private Dense dense(int units) {
    return new Dense(units, Bias.WITH, initializer);
  }
}
