package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Optimizer;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.reference.ReferenceBackend;

/** Every update rule that is known, as it is by default, moves a network. */
class RulesInTrainingTest {

  private static final NetworkObjective OBJECTIVE =
      new NetworkObjective(
          Sequential.of(Dense.of(8), new Tanh(), Dense.of(2)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(4, 2),
          DType.FLOAT32);

  static Stream<Optimizer> rules() {
    return ServiceLoader.load(Optimizer.class).stream().map(ServiceLoader.Provider::get);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void lowersTheLoss(Optimizer rule) {
    CountingBackend backend = new CountingBackend(new ReferenceBackend());
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer =
            new Trainer(backend, Numerics.FAST, OBJECTIVE, new Descent(rule, 0.05), 7);
        Owner owner = new Owner()) {
      Parameters<Array> batch =
          owner.own(
              Parameters.of(
                      "input", backend.array(TensorType.float32(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
                  .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0)));
      trainer.train(30, (step, made) -> batch, (number, step) -> losses.add(step.loss()));
    }
    assertThat(losses.get(29)).isLessThan(losses.get(0) - 1e-4);
    assertThat(backend.open()).isZero();
  }
}
