package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.activation.Activation;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.He;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * Fully connected hidden layers that are all equal, on each example as one row; an activation
 * function follows each. Theory of signals in deep networks is about these, with depth and width as
 * its two numbers. A layer has biases unless the normalization behind it makes them redundant.
 * Paths: {@code dense1.weight}, {@code norm1.scale}, ….
 *
 * @param layers the number of hidden layers, at least 1
 * @param units the units of each, at least 1
 * @param activation what follows each
 * @param initializer how weights start; biases start at 0
 * @param outputs whether the layer of the outputs is a site of normalizations too
 */
@AutoService(Model.class)
public record DeepPerceptron(
    int layers, int units, Activation activation, Initializer initializer, Outputs outputs)
    implements Model {

  /** What the layer of the outputs is. */
  public enum Outputs {
    /** A fully connected layer with biases that nothing follows. */
    PLAIN,
    /** The last site: a normalization may follow it. */
    SITE
  }

  public DeepPerceptron {
    Components.count(DeepPerceptron.class, "layers", layers);
    Components.count(DeepPerceptron.class, "units", units);
  }

  /** Ten layers of 128 units with relu, drawn as He et al. (2015) say. */
  public DeepPerceptron() {
    this(10, 128, new Relu(), He.normal(), Outputs.PLAIN);
  }

  @Override
  public Layer network(NormalizationScheme scheme, int count) {
    NetworkWriter network = new NetworkWriter();
    network.named("flatten", new Flatten());
    List<NormalizationSite> sites = scheme.sites(outputs == Outputs.SITE ? layers + 1 : layers);
    for (NormalizationSite site : sites.subList(0, layers)) {
      network.unit("dense", "activation", site.unit(dense(units, site.bias()), activation));
    }
    if (outputs == Outputs.SITE) {
      NormalizationSite last = sites.get(layers);
      network.unit("dense", "activation", last.unit(dense(count, last.biasWithoutActivation())));
    } else {
      network.numbered("dense", dense(count, Bias.WITH));
    }
    return network.network();
  }

  private Dense dense(int columns, Bias bias) {
    return new Dense(columns, bias, initializer);
  }
}
