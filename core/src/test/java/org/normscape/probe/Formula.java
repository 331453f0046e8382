package org.normscape.probe;

import java.util.function.UnaryOperator;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * A loss that is a formula of a vector {@code x}, whatever the batch.
 *
 * @param size how many elements the vector has
 * @param loss from the vector to a scalar
 */
public record Formula(int size, UnaryOperator<Tensor> loss) implements Objective {

  /** {@code ½ Σ (i + 1) xᵢ²}. */
  public static Formula bowl(int size) {
    return new Formula(size, x -> weighted(x, size).times(0.5));
  }

  private static Tensor weighted(Tensor x, int size) {
    Tensor sum = element(x, 0).times(element(x, 0));
    for (int i = 1; i < size; i++) {
      sum = sum.plus(element(x, i).times(element(x, i)).times(i + 1));
    }
    return sum;
  }

  /** {@code (‖x‖² − 1)²}: 0 on the unit sphere, 1 in its middle. */
  public static Formula ring(int size) {
    return new Formula(
        size,
        x -> {
          Tensor square = x.dot(x);
          Tensor off = square.minus(square.filled(1));
          return off.times(off);
        });
  }

  private static Tensor element(Tensor x, int i) {
    return x.slice(0, i, i + 1).reshape(Shape.SCALAR);
  }

  /** A point. */
  public static Parameters<double[]> at(double... x) {
    return Parameters.of("x", x);
  }

  @Override
  public DType dtype() {
    return DType.FLOAT64;
  }

  @Override
  public Parameters<ParameterSpec> parameters() {
    return Parameters.of(
        "x",
        new ParameterSpec(
            Shape.of(size), Role.WEIGHT, (shape, random) -> new double[shape.size()]));
  }

  @Override
  public Parameters<ParameterSpec> state() {
    return Parameters.none();
  }

  @Override
  public Parameters<TensorType> batch() {
    return Parameters.none();
  }

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    Tensor found = loss.apply(point.parameters().get("x"));
    return new Evaluation(found, found, Parameters.none(), Parameters.none());
  }
}
