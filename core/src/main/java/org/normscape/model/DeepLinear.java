package org.normscape.model;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * The deep linear network of Santurkar et al. (2018), section 2: a product of matrices without
 * biases, on each example as one row. Theirs has 25 of 10 by 10 and Glorot's initialization; where
 * normalizations stand is not said in the paper: here, each matrix but the last is a site. Paths:
 * {@code dense1.weight}, {@code norm1.scale}, ….
 *
 * @param layers the number of matrices, at least 1
 * @param units the outputs of each but the last, at least 1
 * @param initializer how they start
 */
@AutoService(Model.class)
public record DeepLinear(int layers, int units, Initializer initializer) implements Model {

  public DeepLinear {
    Components.count(DeepLinear.class, "layers", layers);
    Components.count(DeepLinear.class, "units", units);
  }

  /** The paper's. */
  public DeepLinear() {
    this(25, 10, Glorot.uniform());
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    NetworkWriter network = new NetworkWriter();
    network.named("flatten", new Flatten());
    for (NormalizationSite site : scheme.sites(layers - 1)) {
      network.unit("dense", "activation", site.unit(matrix(units)));
    }
    network.numbered("dense", matrix(outputs));
    return network.network();
  }

  private Dense matrix(int columns) {
    return new Dense(columns, Bias.WITHOUT, initializer);
  }
}
