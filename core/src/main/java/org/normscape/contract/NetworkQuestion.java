package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;

/**
 * Whether gradient and Hessian-vector product of a whole network, in float64 and along a random
 * direction, are those of finite differences.
 *
 * @param topic what it is about
 * @param network the network
 */
record NetworkQuestion(Topic topic, Layer network) implements Question {

  private static final double ERROR = 1e-6;

  static NetworkQuestion of(String row, Layer network) {
    return new NetworkQuestion(
        new Topic("networks", row, "finite differences", 1, DType.FLOAT64), network);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    NetworkObjective objective =
        new NetworkObjective(
            network,
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(3, 32, 32, 3),
            DType.FLOAT64);
    try (NetworkDerivatives at = new NetworkDerivatives(objective, backend)) {
      return List.of(
          outcome(1, "gradient", Vectors.relativeError(at.losses(), at.slope())),
          outcome(
              2, "Hessian-vector product", Vectors.relativeError(at.gradients(), at.curvature())));
    }
  }

  private Outcome outcome(int order, String what, double error) {
    Agreement agreement = Agreement.ofError("%s of %s".formatted(what, topic.row()), error, ERROR);
    return topic.outcome(topic.asked(), order, agreement);
  }
}
