package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** What a training step moves between the host and the device. */
final class TransferTest {

  private static final int EXAMPLES = 32;
  private static final int FEATURES = 100;
  private static final int CLASSES = 10;
  private static final int FLOAT = 4;

  private static final Objective OBJECTIVE =
      new NetworkObjective(
          Sequential.of(Dense.of(50), new BatchNorm(), Dense.of(CLASSES)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(EXAMPLES, FEATURES),
          DType.FLOAT32);

  @ParameterizedTest
  @EnumSource
  void aStepTakesItsBatchAndItsRateInAndGivesItsMetricsOut(Place place) {
    CountingRuntime<?> runtime = CountingRuntime.of(place.runtime());
    try (Backend backend = SecondProcessor.over(runtime);
        Trainer trainer =
            new Trainer(
                backend, Numerics.FAST, OBJECTIVE, new Descent(new Momentum(0.9), 0.1), 1)) {
      take(backend, trainer);
      for (int i = 0; i < 3; i++) {
        runtime.reset();
        take(backend, trainer);
        assertThat(runtime.in()).hasValue(FLOAT * (EXAMPLES * FEATURES + EXAMPLES + 1L));
        // The loss and the accuracy.
        assertThat(runtime.out()).hasValue(2L * FLOAT);
      }
    }
  }

  private static void take(Backend backend, Trainer trainer) {
    try (Owner owner = new Owner()) {
      Step step = trainer.step(batch(backend, owner));
      assertThat(step.loss()).isFinite();
      trainer.advance(step, 0.1);
    }
  }

  private static Parameters<Array> batch(Backend backend, Owner owner) {
    float[] inputs = new float[EXAMPLES * FEATURES];
    int[] labels = new int[EXAMPLES];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = i * 31 % 17 / 17f;
      labels[i % EXAMPLES] = i % CLASSES;
    }
    return owner.own(
        Parameters.of("input", backend.array(OBJECTIVE.batch().get("input"), inputs))
            .and("target", backend.array(OBJECTIVE.batch().get("target"), labels)));
  }
}
