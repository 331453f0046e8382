package org.normscape.contract.cases;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A layer as a row: a function of input, parameters, state, noise and frozen values, in this order,
 * to output and new state.
 *
 * @param layer the layer
 * @param input the shape of its input
 * @param statistics which statistics normalizations use
 */
public record LayerCase(Layer layer, Shape input, Statistics statistics) {

  /** The row. */
  public Case named(String name, Tolerance tolerance) {
    Input[] inputs =
        Stream.of(
                Stream.of(normal(input)),
                layer.parameters(input).values().stream().map(LayerCase::near),
                layer.state(input).values().stream().map(LayerCase::near),
                noise().values().stream().map(LayerCase::drawn),
                layer.frozen(input).values().stream().map(LayerCase::positive))
            .flatMap(all -> all)
            .toArray(Input[]::new);
    return Case.program(name, tolerance, body(), inputs);
  }

  private Parameters<NoiseSpec> noise() {
    return statistics == Statistics.RUNNING ? Parameters.none() : layer.noise(input);
  }

  private UnaryOperator<List<Tensor>> body() {
    Parameters<ParameterSpec> parameters = layer.parameters(input);
    Parameters<ParameterSpec> state = layer.state(input);
    Parameters<NoiseSpec> noise = noise();
    int remembered = 1 + parameters.size();
    int drawn = remembered + state.size();
    int held = drawn + noise.size();
    return in -> {
      Call call =
          new Call(
              Parameters.like(parameters, in.subList(1, remembered)),
              Parameters.like(state, in.subList(remembered, drawn)),
              Parameters.like(noise, in.subList(drawn, held)),
              Parameters.like(layer.frozen(input), in.subList(held, in.size())),
              statistics);
      Applied applied = layer.apply(call, in.get(0));
      return Stream.concat(Stream.of(applied.output()), applied.state().values().stream()).toList();
    };
  }

  private static Input normal(Shape shape) {
    return new Input(type(shape), Sampler.normal());
  }

  private static Input positive(Shape shape) {
    return new Input(type(shape), Sampler.positive());
  }

  private static Input drawn(NoiseSpec spec) {
    return normal(spec.shape());
  }

  /** First values, moved a little: zeros and ones are too special to test with. */
  private static Input near(ParameterSpec spec) {
    Sampler moved =
        (random, count) -> {
          double[] values = spec.initializer().values(spec.shape(), random);
          double[] noise = random.normal(count, 0.2);
          Arrays.setAll(values, i -> values[i] + noise[i]);
          return values;
        };
    return new Input(type(spec.shape()), moved);
  }

  private static TensorType type(Shape shape) {
    return new TensorType(DType.FLOAT64, shape);
  }
}
