package org.normscape.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.random.RandomStream;

/**
 * The loss {@code L = Σ w (y + y²/2)} of a row's results y, its gradient and its Hessian-vector
 * product, as one program, with the numbers to run it on.
 *
 * @param program from inputs, then one w for each floating-point result, then one v for each
 *     floating-point input, to L, then the gradient, then the Hessian times v
 * @param arguments the numbers
 * @param inputs how many inputs there are
 */
record DerivativeProgram(Program program, List<double[]> arguments, int inputs) {

  /** That of a row in {@code dtype}, with the row's operations said as in {@code body}. */
  static DerivativeProgram of(
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
              return results(loss, active, all.subList(second, all.size()));
            });
    RandomStream random = RandomStream.of(2, row.name());
    List<double[]> arguments = new ArrayList<>(row.draw());
    types.subList(first, types.size()).stream()
        .map(type -> random.uniform(type.shape().size(), -1, 1))
        .forEach(arguments::add);
    return new DerivativeProgram(program, arguments, first);
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

  private static List<Tensor> results(Tensor loss, List<Tensor> active, List<Tensor> vector) {
    return Stream.of(
            List.of(loss), Gradients.of(loss, active), Products.hessianVector(loss, active, vector))
        .flatMap(List::stream)
        .toList();
  }

  private static List<TensorType> floating(List<TensorType> types) {
    return types.stream().filter(type -> type.dtype().isFloating()).toList();
  }

  /** Whether a row has derivatives at all. */
  static boolean exists(Case row) {
    return row.derivatives() != Derivatives.NONE
        && !floating(row.types(DType.FLOAT64)).isEmpty()
        && !floating(row.program(DType.FLOAT64).resultTypes()).isEmpty();
  }

  /**
   * Checks gradient and Hessian against finite differences along v of what the backend itself
   * computes.
   *
   * @param what is differentiated, for the message
   * @param step the step of the differences
   * @param error what is allowed, relative to the largest number
   */
  void checkDifferences(String what, Backend backend, double step, double error) {
    try (Executable executable = backend.compile(program, Compilation.of(Runs.numerics(program)))) {
      List<double[]> values = Runs.run(backend, executable, arguments);
      double[] differences =
          FiniteDifferences.of(step, t -> flat(Runs.run(backend, executable, shifted(t))));
      int active = (values.size() - 1) / 2;
      double slope = 0;
      List<double[]> directions = arguments.subList(arguments.size() - active, arguments.size());
      for (int i = 0; i < active; i++) {
        slope += dot(values.get(1 + i), directions.get(i));
      }
      double[] products = flat(values.subList(1 + active, values.size()));
      double[] second = Arrays.copyOfRange(differences, 1, 1 + products.length);
      check(
          "gradient along v: " + what, new double[] {slope}, new double[] {differences[0]}, error);
      check("Hessian times v: " + what, products, second, error);
    }
  }

  private static void check(String what, double[] actual, double[] expected, double error) {
    Tolerance tolerance = (dtype, number, scale) -> error * Math.max(1, scale);
    Agreement.check(what, TensorType.float64(actual.length), actual, expected, tolerance);
  }

  private List<double[]> shifted(double t) {
    List<double[]> moved = new ArrayList<>(arguments);
    int direction = arguments.size() - (program.results().size() - 1) / 2;
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
