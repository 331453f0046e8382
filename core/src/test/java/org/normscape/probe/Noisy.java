package org.normscape.probe;

import java.util.Optional;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.NoiseDistribution;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * {@code L(x) = ½ (x + n)² + c(x) x} with noise n and a value {@code c(x) = x} that is held
 * constant: the gradient that training descends is {@code x + n + c}. It starts at 2.
 */
public record Noisy() implements Objective {

  /** Where it starts. */
  public static final double X = 2;

  @Override
  public DType dtype() {
    return DType.FLOAT64;
  }

  @Override
  public Parameters<ParameterSpec> parameters() {
    return Parameters.of(
        "x", new ParameterSpec(Shape.SCALAR, Role.WEIGHT, (shape, random) -> new double[] {X}));
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
  public Parameters<NoiseSpec> noise() {
    return Parameters.of("n", new NoiseSpec(Shape.SCALAR, NoiseDistribution.STANDARD_NORMAL));
  }

  @Override
  public Parameters<TensorType> frozen() {
    return Parameters.of("c", TensorType.float64());
  }

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    Tensor x = point.parameters().get("x");
    Tensor c = batch.under(FROZEN).find("c").orElseGet(x::stopGradient);
    Optional<Tensor> noise =
        Optional.of(batch.under(NOISE))
            .filter(n -> statistics != Statistics.RUNNING)
            .map(n -> n.get("n"));
    Tensor moved = noise.map(x::plus).orElse(x);
    Tensor loss = moved.times(moved).times(0.5).plus(c.times(x));
    return new Evaluation(
        loss, loss, Parameters.none(), Parameters.none(), Parameters.of("c", c), Parameters.none());
  }
}
