package org.normscape.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.noise.NoiseSpec;
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
    for (Map.Entry<String, Layer> entry : layers.byPath().entrySet()) {
      shape = next(entry, shape);
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
  public Parameters<NoiseSpec> noise(Shape input) {
    return collect(input, Layer::noise);
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    return collect(input, Layer::frozen);
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Function<String, Call> parts = call.divided();
    AppliedParts applied = new AppliedParts();
    Tensor output = x;
    for (Map.Entry<String, Layer> entry : layers.byPath().entrySet()) {
      String name = entry.getKey();
      Tensor input = output;
      output =
          applied.add(
              name,
              LayerException.at(name, () -> entry.getValue().apply(parts.apply(name), input)));
    }
    return applied.with(output);
  }

  private <T> Parameters<T> collect(Shape input, BiFunction<Layer, Shape, Parameters<T>> part) {
    Map<String, T> collected = new LinkedHashMap<>();
    Shape shape = input;
    for (Map.Entry<String, Layer> entry : layers.byPath().entrySet()) {
      String name = entry.getKey();
      Shape here = shape;
      Parameters<T> own = LayerException.at(name, () -> part.apply(entry.getValue(), here));
      collected.putAll(own.within(name).byPath());
      shape = next(entry, shape);
    }
    return new Parameters<>(collected);
  }

  private static Shape next(Map.Entry<String, Layer> entry, Shape input) {
    return LayerException.at(entry.getKey(), () -> entry.getValue().output(input));
  }
}
