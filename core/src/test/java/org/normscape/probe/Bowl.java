package org.normscape.probe;

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
 * {@code L(x, y) = ½ (a x² + b y²)}, with a and b from the batch; three times that under running
 * statistics, as if they were another function. It starts at 0.
 */
public record Bowl() implements Objective {

  private static final double RUNNING = 3;

  @Override
  public DType dtype() {
    return DType.FLOAT64;
  }

  @Override
  public Parameters<ParameterSpec> parameters() {
    return Parameters.of("x", spec(Role.WEIGHT)).and("y", spec(Role.BIAS));
  }

  private static ParameterSpec spec(Role role) {
    return new ParameterSpec(Shape.SCALAR, role, (shape, random) -> new double[shape.size()]);
  }

  @Override
  public Parameters<ParameterSpec> state() {
    return Parameters.none();
  }

  @Override
  public Parameters<TensorType> batch() {
    return Parameters.of("curvature", TensorType.float64(2));
  }

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    Tensor x = point.parameters().get("x");
    Tensor y = point.parameters().get("y");
    Tensor a = batch.get("curvature").slice(0, 0, 1).reshape(Shape.SCALAR);
    Tensor b = batch.get("curvature").slice(0, 1, 2).reshape(Shape.SCALAR);
    Tensor bowl = a.times(x).times(x).plus(b.times(y).times(y)).times(0.5);
    Tensor loss = statistics == Statistics.RUNNING ? bowl.times(RUNNING) : bowl;
    return new Evaluation(loss, loss, Parameters.none(), Parameters.none());
  }
}
