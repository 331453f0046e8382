package org.normscape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Initialization;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** The derivatives of layers in input, parameters and state. */
public final class LayerDerivatives {

  private LayerDerivatives() {}

  /** Fails unless output and new state have the derivatives they should have. */
  public static void check(Layer layer, Shape input, Statistics statistics) {
    List<double[]> point = new ArrayList<>();
    point.add(Numbers.normal(types(layer, input).get(0), "input"));
    Stream.of(layer.parameters(input), layer.state(input))
        .flatMap(specs -> values(specs).stream())
        .forEach(point::add);
    Derivatives.check(types(layer, input), body(layer, input, statistics), point);
  }

  /** The types of the input, then of parameters and state in order. */
  public static List<TensorType> types(Layer layer, Shape input) {
    Stream<ParameterSpec> specs =
        Stream.of(layer.parameters(input), layer.state(input)).flatMap(p -> p.values().stream());
    return Stream.concat(
            Stream.of(new TensorType(DType.FLOAT64, input)),
            specs.map(spec -> spec.type(DType.FLOAT64)))
        .toList();
  }

  /** The layer as a function from those to the output, then the new state. */
  public static UnaryOperator<List<Tensor>> body(Layer layer, Shape input, Statistics statistics) {
    Parameters<ParameterSpec> parameters = layer.parameters(input);
    Parameters<ParameterSpec> state = layer.state(input);
    int cut = 1 + parameters.size();
    return in -> {
      Applied applied =
          layer.apply(
              Parameters.like(parameters, in.subList(1, cut)),
              Parameters.like(state, in.subList(cut, in.size())),
              in.get(0),
              statistics);
      return Stream.concat(Stream.of(applied.output()), applied.state().values().stream()).toList();
    };
  }

  /** First values, moved a little: zeros and ones are too special to test with. */
  private static List<double[]> values(Parameters<ParameterSpec> specs) {
    List<double[]> moved = new ArrayList<>();
    Initialization.values(specs, 1)
        .byPath()
        .forEach(
            (path, first) -> {
              double[] noise = Numbers.normal(TensorType.float64(first.length), path);
              for (int i = 0; i < first.length; i++) {
                first[i] += 0.2 * noise[i];
              }
              moved.add(first);
            });
    return moved;
  }
}
