package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.Linear;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A layer whose {@code weight} is a function of what is trained. Paths are those of the layer; what
 * the function learns and remembers stands beside them.
 *
 * @param layer a layer with a parameter named {@code weight}
 * @param normalization the function
 */
public record Reparametrized(Layer layer, WeightNormalization normalization) implements Layer {

  @Override
  public Shape output(Shape input) {
    return layer.output(input);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return layer.parameters(input).and(normalization.parameters(weight(input)));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return layer.state(input).and(normalization.state(weight(input)));
  }

  @Override
  public Parameters<NoiseSpec> noise(Shape input) {
    return layer.noise(input);
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    return layer.frozen(input).and(normalization.frozen(weight(input)));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Applied weight = normalization.apply(call, call.parameters().get(Linear.WEIGHT));
    Applied applied = layer.apply(call.with(Linear.WEIGHT, weight.output()), x);
    return new Applied(
        applied.output(),
        applied.state().and(weight.state()),
        applied.frozen().and(weight.frozen()),
        applied.activations());
  }

  private ParameterSpec weight(Shape input) {
    Parameters<ParameterSpec> parameters = layer.parameters(input);
    return parameters
        .find(Linear.WEIGHT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the layer must have a parameter named \"%s\", but it has %s. To fix: put it around a convolution or a fully connected layer."
                        .formatted(
                            normalization.getClass().getSimpleName(),
                            Linear.WEIGHT,
                            parameters.paths())));
  }
}
