package org.normscape.bench.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.model.Vgg;
import org.normscape.nn.initialization.Glorot;

/**
 * Layers, initial parameters, data order, gradients and updates are what libtorch's are: the losses
 * of the first steps agree, at an eighth of the width and with a learning rate that is exact in
 * float32. In float64 they agree to rounding; what is left is that DJL takes epsilon as float32. In
 * float32 rounding decides now and then on which side of 0 an input of relu falls, and training
 * amplifies that about tenfold a step: so fewer steps are compared, and more is tolerated than the
 * 4e-7 that are usual.
 */
class LibtorchAgreementTest {

  private static final int EXAMPLES = 64;

  @ParameterizedTest
  @CsvSource({
    "tensorflow, NONE,  FAST,    3,  1e-3",
    "tensorflow, BATCH, FAST,    3,  1e-3",
    "tensorflow, LAYER, FAST,    3,  1e-3",
    "tensorflow, NONE,  PRECISE, 10, 1e-11",
    "tensorflow, BATCH, PRECISE, 10, 1e-11",
    "tensorflow, LAYER, PRECISE, 10, 1e-11",
    "nd4j,       NONE,  FAST,    3,  1e-3",
    "nd4j,       BATCH, FAST,    3,  1e-3",
    "nd4j,       LAYER, FAST,    3,  1e-3",
    "nd4j,       NONE,  PRECISE, 10, 1e-11",
    "nd4j,       BATCH, PRECISE, 10, 1e-11",
    "nd4j,       LAYER, PRECISE, 10, 1e-11"
  })
  void theFirstLossesAgree(
      String backend,
      Normalizations normalization,
      Numerics numerics,
      int steps,
      double tolerance) {
    Network network =
        new Network.OfVgg(
            new Vgg(Vgg.Variant.VGG_A, 8, Glorot.uniform()), normalization.normalization());
    Setting setting = new Setting(network, 16, 0.125, 1, numerics);
    assertLossesAgree(backend, setting, steps, tolerance);
  }

  @ParameterizedTest
  @CsvSource({"tensorflow, BATCH", "tensorflow, LAYER", "nd4j, BATCH", "nd4j, LAYER"})
  void theFirstLossesOfAResNetAgree(String backend, Normalizations normalization) {
    Setting setting = Setting.resNet(14, 4, normalization.normalization(), 16, Numerics.PRECISE);
    assertLossesAgree(backend, setting, 3, 1e-6);
  }

  private static void assertLossesAgree(
      String backend, Setting setting, int steps, double tolerance) {
    List<Double> expected = losses(TestedTrainer.LIBTORCH, setting, steps);
    List<Double> actual = losses(backend, setting, steps);
    for (int step = 0; step < steps; step++) {
      assertThat(actual.get(step))
          .as("loss of step %d", step + 1)
          .isCloseTo(expected.get(step), withinPercentage(100 * tolerance));
    }
  }

  private static List<Double> losses(String engine, Setting setting, int steps) {
    Batches batches = setting.proceduralBatches(EXAMPLES);
    try (Trainer trainer = TestedTrainer.open(engine, setting)) {
      return IntStream.range(0, steps).mapToObj(i -> trainer.step(batches.at(i))).toList();
    }
  }
}
