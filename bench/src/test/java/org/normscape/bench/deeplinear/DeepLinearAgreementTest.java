package org.normscape.bench.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contender does the same work: the losses of many steps agree to rounding, and fall. */
class DeepLinearAgreementTest {

  private static final int STEPS = 30;
  private static final double PERCENT = 1e-3;

  static Stream<String> contenders() {
    return Stream.of(DeepLinearStep.OURS, DeepLinearStep.RIVALS).flatMap(names -> names.stream());
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void lossesAgreeAndFall(String contender) {
    try (DeepLinearStep reference = DeepLinearStep.open("reference");
        DeepLinearStep step = DeepLinearStep.open(contender)) {
      double before = Double.POSITIVE_INFINITY;
      for (int i = 0; i < STEPS; i++) {
        reference.run();
        step.run();
        assertThat(step.loss())
            .as("loss of step %d", i + 1)
            .isLessThan(before)
            .isCloseTo(reference.loss(), withinPercentage(PERCENT));
        before = step.loss();
      }
    }
  }
}
