package org.normscape.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * Layers one after the other, each fed with the output of the one before. What a layer learns and
 * remembers stands under its name, such as {@code conv1.weight}.
 *
 * @param layers the layers by name, in order; a name holds no dot
 */
public record Sequential(Parameters<Layer> layers) implements Layer {

  public Sequential {
    for (String name : layers.paths()) {
      if (name.isBlank() || name.contains(".")) {
        throw new IllegalArgumentException(
            "Sequential: the name of a layer must be a word without dots, but it is \"%s\". To fix: rename it."
                .formatted(name));
      }
    }
  }

  /** Layers named {@code 0, 1, 2, …}. */
  public static Sequential of(Layer... layers) {
    Map<String, Layer> named = new LinkedHashMap<>();
    for (int i = 0; i < layers.length; i++) {
      named.put(String.valueOf(i), layers[i]);
    }
    return new Sequential(new Parameters<>(named));
  }

  @Override
  public Shape output(Shape input) {
    Shape shape = input;
    for (Layer layer : layers.values()) {
      shape = layer.output(shape);
    }
    return shape;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return collect(input, Layer::parameters);
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return collect(input, Layer::state);
  }

  @Override
  public Applied apply(
      Parameters<Tensor> parameters, Parameters<Tensor> state, Tensor x, Statistics statistics) {
    Applied applied = new Applied(x, Parameters.none());
    for (Map.Entry<String, Layer> entry : layers.byPath().entrySet()) {
      String name = entry.getKey();
      Applied next =
          entry
              .getValue()
              .apply(parameters.under(name), state.under(name), applied.output(), statistics);
      applied = new Applied(next.output(), applied.state().and(next.state().within(name)));
    }
    return applied;
  }

  private Parameters<ParameterSpec> collect(
      Shape input, BiFunction<Layer, Shape, Parameters<ParameterSpec>> part) {
    Map<String, ParameterSpec> specs = new LinkedHashMap<>();
    Shape shape = input;
    for (Map.Entry<String, Layer> entry : layers.byPath().entrySet()) {
      Layer layer = entry.getValue();
      specs.putAll(part.apply(layer, shape).within(entry.getKey()).byPath());
      shape = layer.output(shape);
    }
    return new Parameters<>(specs);
  }
}
