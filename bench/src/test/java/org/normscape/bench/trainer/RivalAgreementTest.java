package org.normscape.bench.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.model.Vgg;

/**
 * Every rival does the same work as ours: the losses of the first steps agree as far as float32
 * lets them. The numbers of channels are multiples of 8 in the VGG and of 16 in the residual
 * networks, where libtorch's convolutions are right on the processors that were tried;
 * WrongRivalTest has others.
 */
class RivalAgreementTest {

  @ParameterizedTest
  @EnumSource(Normalizations.class)
  void theFirstLossesAgree(Normalizations normalization) {
    Setting setting =
        Setting.vgg(Vgg.Variant.VGG_A, 8, normalization.normalization(), 16, Numerics.FAST);
    assertThat(Engine.rivals(setting))
        .contains(Engine.LIBTORCH, Engine.RAW_TENSORFLOW, Engine.RAW_ND4J);
    for (Engine rival : Engine.rivals(setting)) {
      assertThatTheyAgree(rival, setting);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, NONE", "8, BATCH", "8, LAYER", "14, NONE", "14, BATCH", "14, LAYER"})
  void theFirstLossesOfAResNetAgree(int depth, Normalizations normalization) {
    Setting setting = Setting.resNet(depth, 16, normalization.normalization(), 16, Numerics.FAST);
    assertThat(Engine.rivals(setting))
        .containsExactly(Engine.LIBTORCH, Engine.RAW_TENSORFLOW, Engine.RAW_ND4J);
    for (Engine rival : Engine.rivals(setting)) {
      assertThatTheyAgree(rival, setting);
    }
  }

  private static void assertThatTheyAgree(Engine rival, Setting setting) {
    Batches batches = setting.proceduralBatches(64);
    try (Trainer ours = Engine.TENSORFLOW.open(setting);
        Trainer theirs = rival.open(setting)) {
      for (int step = 0; step < 3; step++) {
        assertThat(theirs.step(batches.at(step)))
            .as("%s, loss of step %d", rival.label(), step + 1)
            .isCloseTo(ours.step(batches.at(step)), withinPercentage(0.1));
      }
    }
  }
}
