package org.normscape.contract;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Input;
import org.normscape.contract.cases.Sampler;
import org.normscape.contract.cases.Tolerance;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** Rows for layers, and what is asked of their derivatives. */
public final class LayerCases {

  private static final Tolerance SAME = Tolerance.overall(Double.NaN, 1e-9);

  /** So small that hardly one of many activations crosses its kink. */
  private static final double STEP = 1e-6;

  private static final double DIFFERENCES = 1e-6;

  private LayerCases() {}

  /** A layer as a function of input, parameters and state, in order, to output and new state. */
  public static Case of(String name, Layer layer, Shape input, Statistics statistics) {
    Parameters<ParameterSpec> parameters = layer.parameters(input);
    Parameters<ParameterSpec> state = layer.state(input);
    Input[] inputs =
        Stream.concat(
                Stream.of(new Input(new TensorType(DType.FLOAT64, input), Sampler.normal())),
                Stream.of(parameters, state)
                    .flatMap(p -> p.values().stream())
                    .map(LayerCases::near))
            .toArray(Input[]::new);
    return Case.program(name, SAME, body(layer, parameters, state, statistics), inputs);
  }

  private static UnaryOperator<List<Tensor>> body(
      Layer layer,
      Parameters<ParameterSpec> parameters,
      Parameters<ParameterSpec> state,
      Statistics statistics) {
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
  private static Input near(ParameterSpec spec) {
    Sampler moved =
        (random, count) -> {
          double[] values = spec.initializer().values(spec.shape(), random);
          double[] noise = random.normal(count, 0.2);
          Arrays.setAll(values, i -> values[i] + noise[i]);
          return values;
        };
    return new Input(spec.type(DType.FLOAT64), moved);
  }

  /**
   * Fails unless a row's loss, gradient and Hessian-vector product in float64 are those of the
   * reference and agree with finite differences.
   */
  public static void check(Case row, Backend backend) {
    DerivativeProgram derivatives = DerivativeProgram.of(row, DType.FLOAT64, row.body());
    List<double[]> values = Runs.once(backend, derivatives.program(), derivatives.arguments());
    Asked.check(
        Agreement.of(
            "derivatives of " + row.name(),
            derivatives.program().resultTypes(),
            values,
            Runs.reference(derivatives.program(), derivatives.arguments()),
            row.tolerance()));
    double[] differences =
        derivatives.differences(STEP, moved -> Runs.once(backend, derivatives.program(), moved));
    for (int order = 1; order <= derivatives.order(); order++) {
      String what = "derivative %d of %s".formatted(order, row.name());
      Asked.check(
          derivatives.withDifferences(what, order, values, differences, LayerCases::allowed));
    }
  }

  private static double allowed(DType dtype, double expected, double scale) {
    return DIFFERENCES * Math.max(1, scale);
  }
}
