package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Initialization;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Whether the gradient of a whole network, in fast numerics, is that of plain loops in float64: of
 * each parameter, relative to its length.
 *
 * @param topic what it is about
 * @param network the network
 */
record FastGradientQuestion(Topic topic, Layer network) implements Question {

  private static final double ERROR = 1e-4;
  private static final int EXAMPLES = 3;

  static FastGradientQuestion of(String row, Layer network) {
    return new FastGradientQuestion(
        new Topic("networks", row, "fast gradient", 1, DType.FLOAT32), network);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Parameters<double[]> fast = gradient(DType.FLOAT32, Numerics.FAST, backend);
    Parameters<double[]> right = gradient(DType.FLOAT64, Numerics.PRECISE, new ReferenceBackend());
    return right.paths().stream()
        .map(path -> outcome(path, Vectors.relativeError(fast.get(path), right.get(path))))
        .toList();
  }

  private Outcome outcome(String path, double error) {
    return topic.outcome(
        Agreement.ofError("gradient of %s in %s".formatted(path, topic.row()), error, ERROR));
  }

  private Parameters<double[]> gradient(DType dtype, Numerics numerics, Backend backend) {
    NetworkObjective objective =
        new NetworkObjective(
            network,
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(EXAMPLES, 32, 32, 3),
            dtype);
    try (NamedExecutable executable = program(objective).compile(backend, numerics);
        Owner owner = new Owner()) {
      return executable
          .run(arguments(objective, dtype, backend, owner), owner)
          .map(Array::toDoubles);
    }
  }

  private static NamedProgram program(NetworkObjective objective) {
    return NamedProgram.trace(
        objective
            .types()
            .parameters()
            .within("parameters")
            .and(objective.types().state().within("state"))
            .and(objective.batch().within("batch")),
        arguments -> {
          Parameters<Tensor> parameters = arguments.under("parameters");
          Tensor loss =
              objective
                  .evaluate(
                      new Point<>(parameters, arguments.under("state")),
                      arguments.under("batch"),
                      Statistics.BATCH_FROZEN_RUNNING)
                  .loss();
          return Parameters.like(parameters, Gradients.of(loss, parameters.values()));
        });
  }

  private static Parameters<Array> arguments(
      NetworkObjective objective, DType dtype, Backend backend, Owner owner) {
    TensorType input = objective.batch().get("input");
    double[] pixels = RandomStream.of(5, "contract/fast").normal(input.shape().size(), 1);
    int[] labels = {3, 1, 7};
    return owner.own(
        Initialization.arrays(objective.parameters(), 1, dtype, backend)
            .within("parameters")
            .and(Initialization.arrays(objective.state(), 1, dtype, backend).within("state"))
            .and("batch.input", backend.array(input, pixels))
            .and("batch.target", backend.array(objective.batch().get("target"), labels)));
  }
}
