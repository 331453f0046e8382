package org.normscape.model;

import com.google.auto.service.AutoService;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Name;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.Linear;
import org.normscape.nn.MaxPool;
import org.normscape.nn.activation.Activation;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.NormalizationSite;

/**
 * Layers of one's own, one after the other, and after them each example as one row and a fully
 * connected layer for the outputs. A convolution or fully connected layer that an activation
 * function follows directly is a site of normalizations. Layers are named by their kind and number,
 * such as {@code conv2d1}, {@code norm1}, {@code relu1}, {@code max-pool1}; the last two are {@code
 * flatten} and {@code outputs}.
 *
 * @param layers the layers before the last, from input to output
 */
@AutoService(Model.class)
public record FeedForward(List<Layer> layers) implements Model {

  public FeedForward {
    layers = List.copyOf(layers);
  }

  /** One convolution with relu and max-pooling. */
  public FeedForward() {
    this(List.of(new Conv2d(), new Relu(), new MaxPool()));
  }

  @Override
  public Layer network(NormalizationScheme scheme, int outputs) {
    NetworkWriter network = new NetworkWriter();
    int count = (int) IntStream.range(0, layers.size()).filter(this::isSite).count();
    Iterator<NormalizationSite> sites = scheme.sites(count).iterator();
    for (int i = 0; i < layers.size(); i++) {
      if (isSite(i)) {
        Layer linear = layers.get(i++);
        Layer activation = layers.get(i);
        network.unit(kind(linear), kind(activation), sites.next().unit(linear, activation));
      } else {
        network.numbered(kind(layers.get(i)), layers.get(i));
      }
    }
    network.named("flatten", new Flatten());
    network.named("outputs", Dense.of(outputs));
    return network.network();
  }

  private boolean isSite(int i) {
    return i + 1 < layers.size()
        && layers.get(i) instanceof Linear
        && layers.get(i + 1) instanceof Activation;
  }

  private static String kind(Layer layer) {
    return Name.of(layer.getClass());
  }
}
