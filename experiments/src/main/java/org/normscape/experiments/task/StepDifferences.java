package org.normscape.experiments.task;

import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * How far two steps from one network on one batch are apart, for each array of the network:
 *
 * <dl>
 *   <dt>{@code difference/gradient/<path>}
 *   <dd>{@code ‖g − h‖₂ / ‖g‖₂}
 *   <dt>{@code difference/gradient_length/<path>}
 *   <dd>{@code |⟨g − h, g⟩| / ‖g‖₂²}: by how much h is longer than g, along g. A unit of a relu on
 *       its other side changes a gradient in any direction, a kernel that is wrong by a factor in
 *       this one
 *   <dt>{@code difference/update/<path>}
 *   <dd>{@code ‖Δ − Δ′‖₂ / ‖Δ‖₂}, Δ how far parameters θ were moved, at least {@value #ROUNDED}
 *       ‖θ‖₂ since θ + Δ is rounded
 *   <dt>{@code difference/state/<path>}, {@code difference/memory/<path>}
 *   <dd>{@code ‖s − s′‖₂ / ‖s‖₂} of what normalizations and the optimizer remember
 * </dl>
 *
 * <p>An array that is small beside the others, such as the gradient of a bias before a batch
 * normalization, which is 0 but for rounding, is measured by the others: a norm is at least {@value
 * #FLOOR} of what it would be if its elements were of the root mean square of all elements.
 */
public final class StepDifferences {

  /** What the name of a difference begins with. */
  public static final String PREFIX = "difference/";

  static final double FLOOR = 0.1;
  static final double ROUNDED = 1e-3;

  private static final Measure DISTANCE = StepDifferences::distance;
  private static final Measure LENGTHENING = StepDifferences::lengthening;

  private final Start start;
  private final StepValues one;
  private final StepValues other;

  StepDifferences(Start start, StepValues one, StepValues other) {
    this.start = start;
    this.one = one;
    this.other = other;
  }

  /** One way to take the difference of two arrays, given the least norm of the first. */
  private interface Measure {
    double of(double[] x, double[] y, double least);
  }

  /** Gives every difference, with its name. */
  void forEach(ObjDoubleConsumer<String> sink) {
    Parameters<Double> nothing = one.gradient().map(x -> 0.0);
    each("gradient", one.gradient(), other.gradient(), nothing, DISTANCE, sink);
    each("gradient_length", one.gradient(), other.gradient(), nothing, LENGTHENING, sink);
    each(
        "update",
        moved(one.parameters()),
        moved(other.parameters()),
        one.parameters().map(x -> ROUNDED * norm(x)),
        DISTANCE,
        sink);
    each("state", one.state(), other.state(), one.state().map(x -> 0.0), DISTANCE, sink);
    each("memory", one.memory(), other.memory(), one.memory().map(x -> 0.0), DISTANCE, sink);
  }

  private static void each(
      String what,
      Parameters<double[]> x,
      Parameters<double[]> y,
      Parameters<Double> least,
      Measure measure,
      ObjDoubleConsumer<String> sink) {
    double floor = FLOOR * rootMeanSquare(x);
    x.byPath()
        .forEach(
            (path, values) -> {
              double norm = Math.max(least.get(path), floor * Math.sqrt(values.length));
              double size = y.size() == 0 ? Double.NaN : measure.of(values, y.get(path), norm);
              sink.accept(
                  PREFIX + what + "/" + path, Double.isNaN(size) ? Double.POSITIVE_INFINITY : size);
            });
  }

  private Parameters<double[]> moved(Parameters<double[]> parameters) {
    Parameters<HostArray> before = start.parameters().where((path, array) -> parameters.size() > 0);
    return parameters.zip(before, StepDifferences::moved);
  }

  private static double[] moved(double[] after, HostArray before) {
    double[] moved = after.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= before.at(i);
    }
    return moved;
  }

  private static double distance(double[] x, double[] y, double least) {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return relative(Math.sqrt(square), Math.max(norm(x), least));
  }

  private static double lengthening(double[] x, double[] y, double least) {
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - y[i]) * x[i];
    }
    double norm = Math.max(norm(x), least);
    return relative(Math.abs(product), norm * norm);
  }

  private static double relative(double difference, double norm) {
    return difference == 0 ? 0 : difference / norm;
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  private static double rootMeanSquare(Parameters<double[]> all) {
    ToDoubleFunction<double[]> square = x -> Arrays.stream(x).map(v -> v * v).sum();
    double squares = all.values().stream().mapToDouble(square).sum();
    return Math.sqrt(squares / Math.max(1, all.values().stream().mapToInt(x -> x.length).sum()));
  }
}
