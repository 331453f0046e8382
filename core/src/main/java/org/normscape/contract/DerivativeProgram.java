package org.normscape.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Derivatives;
import org.normscape.contract.cases.Tolerance;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.random.RandomStream;

/**
 * The loss {@code L = Σ w (y + y²/2)} of a row's results y, its gradient, its Hessian-vector
 * product and, where asked for, its third derivative along one direction twice, as one program,
 * with the numbers to run it on.
 *
 * @param program from inputs, then one w for each floating-point result, then one v for each
 *     floating-point input, to L, then the gradient, then the Hessian times v, and so on
 * @param arguments the numbers
 * @param inputs how many inputs there are
 * @param order the highest order
 */
public record DerivativeProgram(Program program, List<double[]> arguments, int inputs, int order) {

  /** That of a row in {@code dtype}, with the row's operations said as in {@code body}. */
  public static DerivativeProgram of(
      Case row, DType dtype, BiFunction<Trace, List<Tensor>, List<Tensor>> body) {
    List<TensorType> inputs = row.types(dtype);
    List<TensorType> weights =
        floating(Trace.program(inputs, body).resultTypes()).stream()
            .map(type -> type.withDType(dtype))
            .toList();
    List<TensorType> types =
        Stream.of(inputs, weights, floating(inputs)).flatMap(List::stream).toList();
    int first = inputs.size();
    int second = first + weights.size();
    Program program =
        Trace.program(
            types,
            (trace, all) -> {
              List<Tensor> point = all.subList(0, first);
              List<Tensor> active =
                  point.stream().filter(x -> x.type().dtype().isFloating()).toList();
              Tensor loss = loss(body.apply(trace, point), all.subList(first, second));
              return results(loss, active, all.subList(second, all.size()), row.order());
            });
    RandomStream random = RandomStream.of(2, row.name());
    List<double[]> arguments = new ArrayList<>(row.draw());
    types.subList(first, types.size()).stream()
        .map(type -> random.uniform(type.shape().size(), -1, 1))
        .forEach(arguments::add);
    return new DerivativeProgram(program, arguments, first, row.order());
  }

  private static Tensor loss(List<Tensor> results, List<Tensor> weights) {
    List<Tensor> outputs = results.stream().filter(y -> y.type().dtype().isFloating()).toList();
    return IntStream.range(0, outputs.size())
        .mapToObj(
            i -> {
              Tensor y = outputs.get(i).cast(weights.get(i).type().dtype());
              return weights.get(i).dot(y.plus(y.times(y).times(0.5)));
            })
        .reduce(Tensor::plus)
        .orElseThrow();
  }

  /** Each derivative is that of the one before along the vector: reverse mode, and symmetry. */
  private static List<Tensor> results(
      Tensor loss, List<Tensor> active, List<Tensor> vector, int order) {
    List<Tensor> results = new ArrayList<>(List.of(loss));
    List<Tensor> derivative = Gradients.of(loss, active);
    results.addAll(derivative);
    for (int k = 2; k <= order; k++) {
      derivative = Gradients.vjp(derivative, active, vector);
      results.addAll(derivative);
    }
    return results;
  }

  private static List<TensorType> floating(List<TensorType> types) {
    return types.stream().filter(type -> type.dtype().isFloating()).toList();
  }

  /** Whether a row has derivatives at all. */
  public static boolean exists(Case row) {
    return row.derivatives() != Derivatives.NONE
        && !floating(row.types(DType.FLOAT64)).isEmpty()
        && !floating(row.program(DType.FLOAT64).resultTypes()).isEmpty();
  }

  private int active() {
    return (program.results().size() - 1) / order;
  }

  /** The results of one order among all. */
  <T> List<T> ofOrder(int k, List<T> results) {
    return k == 0
        ? results.subList(0, 1)
        : results.subList(1 + (k - 1) * active(), 1 + k * active());
  }

  /**
   * The agreement of the derivative of one order with finite differences, along v, of the one
   * below.
   *
   * @param k the order, from 1
   * @param values the results of a backend
   * @param differences the derivatives of all results along v, one after the other
   */
  Agreement withDifferences(
      String what, int k, List<double[]> values, double[] differences, Tolerance tolerance) {
    double[] derivative = k == 1 ? slope(values) : flat(ofOrder(k, values));
    int start = k == 1 ? 0 : flat(values.subList(0, 1 + (k - 2) * active())).length;
    double[] expected = Arrays.copyOfRange(differences, start, start + derivative.length);
    return Agreement.of(
        what, TensorType.float64(derivative.length), derivative, expected, tolerance);
  }

  /** The derivatives along v of all results, by finite differences of what a backend computes. */
  double[] differences(double step, Function<List<double[]>, List<double[]>> run) {
    return FiniteDifferences.of(step, t -> flat(run.apply(shifted(t))));
  }

  private double[] slope(List<double[]> values) {
    List<double[]> gradient = ofOrder(1, values);
    List<double[]> directions = arguments.subList(arguments.size() - active(), arguments.size());
    return new double[] {
      IntStream.range(0, active()).mapToDouble(i -> dot(gradient.get(i), directions.get(i))).sum()
    };
  }

  private List<double[]> shifted(double t) {
    List<double[]> moved = new ArrayList<>(arguments);
    int direction = arguments.size() - active();
    for (int i = 0; i < inputs; i++) {
      if (program.parameters().get(i).type().dtype().isFloating()) {
        double[] v = arguments.get(direction++);
        double[] x = arguments.get(i).clone();
        Arrays.setAll(x, k -> x[k] + t * v[k]);
        moved.set(i, x);
      }
    }
    return moved;
  }

  private static double[] flat(List<double[]> tensors) {
    return tensors.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }
}
