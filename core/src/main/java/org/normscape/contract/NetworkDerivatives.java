package org.normscape.contract;

import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Initialization;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Loss, gradient and Hessian-vector product at {@code θ + t d}, for a random {@code d}. */
final class NetworkDerivatives implements AutoCloseable {

  /** Small enough that hardly a relu changes sides on the way. */
  private static final double STEP = 1e-6;

  private static final TensorType SCALAR = TensorType.float64();

  private final Backend backend;
  private final NamedExecutable executable;
  private final Parameters<Array> fixed;

  NetworkDerivatives(Objective objective, Backend backend) {
    this.backend = backend;
    this.executable = program(objective).compile(backend, Numerics.PRECISE);
    this.fixed = arguments(objective);
  }

  private static NamedProgram program(Objective objective) {
    Parameters<TensorType> types = objective.types().parameters();
    return NamedProgram.trace(
        types
            .within("parameters")
            .and(types.within("direction"))
            .and(objective.types().state().within("state"))
            .and(objective.batch().within("batch"))
            .and("t", SCALAR),
        arguments -> derivatives(objective, arguments));
  }

  private static Parameters<Tensor> derivatives(Objective objective, Parameters<Tensor> arguments) {
    Parameters<Tensor> direction = arguments.under("direction");
    Parameters<Tensor> moved =
        arguments
            .under("parameters")
            .zip(direction, (w, d) -> w.plus(d.scaledBy(arguments.get("t"))));
    Tensor loss =
        objective
            .evaluate(
                new Point<>(moved, arguments.under("state")),
                arguments.under("batch"),
                Statistics.BATCH_FROZEN_RUNNING)
            .loss();
    List<Tensor> g = Gradients.of(loss, moved.values());
    List<Tensor> product = Products.hessianVector(loss, moved.values(), direction.values());
    return Parameters.of("loss", loss)
        .and("slope", Products.dot(g, direction.values()))
        .and(Parameters.like(moved, g).within("gradient"))
        .and(Parameters.like(moved, product).within("curvature"));
  }

  private Parameters<Array> arguments(Objective objective) {
    RandomStream random = RandomStream.of(5, "contract/network");
    Parameters<TensorType> types = objective.types().parameters();
    int count = types.values().stream().mapToInt(type -> type.shape().size()).sum();
    Parameters<Array> direction =
        types.map(
            type -> backend.array(type, random.normal(type.shape().size(), 1 / Math.sqrt(count))));
    TensorType input = objective.batch().get("input");
    return Initialization.arrays(objective.parameters(), 1, DType.FLOAT64, backend)
        .within("parameters")
        .and(direction.within("direction"))
        .and(Initialization.arrays(objective.state(), 1, DType.FLOAT64, backend).within("state"))
        .and("batch.input", backend.array(input, random.normal(input.shape().size(), 1)))
        .and("batch.target", backend.array(objective.batch().get("target"), new int[] {3, 1, 7}));
  }

  private double[] at(double t, String path) {
    Parameters<Array> results;
    try (Array argument = backend.array(SCALAR, t)) {
      results = executable.run(fixed.and("t", argument));
    }
    try {
      return results
          .where((name, array) -> name.equals(path) || name.startsWith(path + "."))
          .values()
          .stream()
          .flatMapToDouble(array -> Arrays.stream(array.toDoubles()))
          .toArray();
    } finally {
      results.values().forEach(Array::close);
    }
  }

  private double[] difference(String path) {
    double[] ahead = at(STEP, path);
    double[] behind = at(-STEP, path);
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = (ahead[i] - behind[i]) / (2 * STEP);
    }
    return ahead;
  }

  double[] slope() {
    return at(0, "slope");
  }

  double[] losses() {
    return difference("loss");
  }

  double[] curvature() {
    return at(0, "curvature");
  }

  double[] gradients() {
    return difference("gradient");
  }

  @Override
  public void close() {
    executable.close();
    fixed.values().forEach(Array::close);
  }
}
