package org.normscape.norm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * What a layer makes of an image x: output y, and the derivatives at 0 of {@code s(t) = Σ w · y(x +
 * t v)}.
 */
final class NormedImage {

  static final Shape SHAPE = Shape.of(4, 2, 2, 6);
  static final int CHANNELS = 6;
  private static final TensorType IMAGE = new TensorType(DType.FLOAT64, SHAPE);

  private final double[] y;
  private final double[] derivatives;

  private NormedImage(double[] y, double[] derivatives) {
    this.y = y;
    this.derivatives = derivatives;
  }

  /** The output. */
  double[] y() {
    return y;
  }

  /** {@code s, s', s'', s'''}. */
  double[] derivatives() {
    return derivatives;
  }

  /** The image of the vectors that were computed elsewhere. */
  static double[] x() {
    return values(SHAPE.size(), i -> (37 * i + 11) % 101 / 25.0 - 2 + 0.3 * (i % CHANNELS) - 0.5);
  }

  static double[] direction() {
    return values(SHAPE.size(), i -> (53 * i + 7) % 97 / 48.0 - 1);
  }

  static double[] scale() {
    return values(CHANNELS, c -> 1 + 0.1 * c);
  }

  static double[] shift() {
    return values(CHANNELS, c -> 0.05 * c - 0.2);
  }

  static double[] values(int count, IntToDoubleFunction formula) {
    double[] values = new double[count];
    Arrays.setAll(values, formula);
    return values;
  }

  /**
   * By a layer with the scale and the shift above for its parameters of these names, other values
   * where {@code given} has them by path, and first values elsewhere.
   */
  static NormedImage of(Layer layer, Map<String, double[]> given) {
    return of(layer, given, x(), direction());
  }

  static NormedImage of(Layer layer, Map<String, double[]> given, double[] x, double[] direction) {
    Parameters<ParameterSpec> learned = layer.parameters(SHAPE);
    Parameters<ParameterSpec> remembered = layer.state(SHAPE);
    List<TensorType> types = new ArrayList<>(List.of(IMAGE, IMAGE, IMAGE));
    List<double[]> arguments =
        new ArrayList<>(
            List.of(x, direction, values(SHAPE.size(), i -> (29 * i + 3) % 89 / 44.0 - 1)));
    for (Parameters<ParameterSpec> specs : List.of(learned, remembered)) {
      specs.byPath().forEach((path, spec) -> types.add(spec.type(DType.FLOAT64)));
      specs.byPath().forEach((path, spec) -> arguments.add(value(path, spec, given)));
    }
    int state = 3 + learned.size();
    List<double[]> results =
        Numbers.run(
            types,
            in -> {
              Call call =
                  Call.of(
                      Parameters.like(learned, in.subList(3, state)),
                      Parameters.like(remembered, in.subList(state, in.size())),
                      Statistics.BATCH_FROZEN_RUNNING);
              return derivatives(layer.apply(call, in.get(0)).output(), in);
            },
            arguments);
    return new NormedImage(
        results.get(0), results.stream().skip(1).mapToDouble(number -> number[0]).toArray());
  }

  private static List<Tensor> derivatives(Tensor y, List<Tensor> in) {
    List<Tensor> results = new ArrayList<>(List.of(y, y.dot(in.get(2))));
    for (int order = 1; order <= 3; order++) {
      results.add(Gradients.of(results.get(order), List.of(in.get(0))).get(0).dot(in.get(1)));
    }
    return results;
  }

  private static double[] value(String path, ParameterSpec spec, Map<String, double[]> given) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    double[] first = spec.initializer().values(spec.shape(), RandomStream.of(1, path));
    double[] usual =
        switch (name) {
          case "scale" -> scale();
          case "shift" -> shift();
          default -> first;
        };
    return given.getOrDefault(path, usual);
  }
}
