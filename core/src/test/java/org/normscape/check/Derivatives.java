package org.normscape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * First and second derivatives against finite differences, along one random direction v: the slope
 * of the loss against {@code ⟨g, v⟩}, and the change of the gradient against {@code H v}.
 */
public final class Derivatives {

  private static final double STEP = 1e-6;
  private static final double ERROR = 1e-6;

  private final Program program;
  private final List<TensorType> types;
  private final List<double[]> point;
  private final List<double[]> weights;
  private final List<double[]> direction;

  private Derivatives(
      List<TensorType> types, UnaryOperator<List<Tensor>> body, List<double[]> point) {
    this.types = types;
    this.point = point;
    List<TensorType> results = Trace.program(types, body).resultTypes();
    List<TensorType> floating = types.stream().filter(t -> t.dtype().isFloating()).toList();
    this.weights = normal(results, "weight");
    this.direction = normal(floating, "direction");
    int first = types.size();
    int second = first + results.size();
    this.program =
        Trace.program(
            Stream.of(types, results, floating).flatMap(List::stream).toList(),
            all -> {
              List<Tensor> at = all.subList(0, first);
              List<Tensor> active = at.stream().filter(x -> x.type().dtype().isFloating()).toList();
              Tensor loss = loss(body.apply(at), all.subList(first, second));
              return Stream.of(
                      List.of(loss),
                      Gradients.of(loss, active),
                      Products.hessianVector(loss, active, all.subList(second, all.size())))
                  .flatMap(List::stream)
                  .toList();
            });
  }

  /** Fails unless {@code Σ w (y + y²/2)} over all results y has the derivatives it should have. */
  public static void check(
      List<TensorType> types, UnaryOperator<List<Tensor>> body, List<double[]> point) {
    new Derivatives(types, body, point).check();
  }

  private static Tensor loss(List<Tensor> results, List<Tensor> weights) {
    return IntStream.range(0, results.size())
        .mapToObj(i -> bent(results.get(i)).dot(weights.get(i)))
        .reduce(Tensor::plus)
        .orElseThrow();
  }

  private static Tensor bent(Tensor y) {
    return y.plus(y.times(y).times(0.5));
  }

  private static List<double[]> normal(List<TensorType> types, String name) {
    return IntStream.range(0, types.size())
        .mapToObj(i -> Numbers.normal(types.get(i), name + i))
        .toList();
  }

  private void check() {
    List<double[]> at = results(0);
    int active = direction.size();
    double slope = 0;
    for (int i = 0; i < active; i++) {
      slope += dot(at.get(1 + i), direction.get(i));
    }
    double[] differences = central();
    assertNear("gradient", new double[] {slope}, new double[] {differences[0]});
    double[] second = flat(at.subList(1 + active, at.size()));
    assertNear("Hessian", second, Arrays.copyOfRange(differences, 1, 1 + second.length));
  }

  private double[] central() {
    double[] ahead = flat(results(STEP));
    double[] behind = flat(results(-STEP));
    Arrays.setAll(ahead, i -> (ahead[i] - behind[i]) / (2 * STEP));
    return ahead;
  }

  private List<double[]> results(double step) {
    List<double[]> arguments = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < types.size(); i++) {
      boolean moves = types.get(i).dtype().isFloating();
      arguments.add(moves ? moved(point.get(i), direction.get(next++), step) : point.get(i));
    }
    arguments.addAll(weights);
    arguments.addAll(direction);
    return Numbers.run(program, arguments);
  }

  private static double[] moved(double[] x, double[] v, double step) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] + step * v[i]).toArray();
  }

  private static void assertNear(String what, double[] actual, double[] expected) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double[] error = moved(actual, expected, -1);
    assertThat(Arrays.stream(error).map(Math::abs).max().orElse(0))
        .as("%s: largest error, where the largest number is %s", what, scale)
        .isLessThanOrEqualTo(ERROR * Math.max(1, scale));
    assertThat(scale).as("%s: something to compare", what).isPositive();
  }

  private static double[] flat(List<double[]> tensors) {
    return tensors.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }
}
