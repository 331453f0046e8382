package org.normscape.nn.loss;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.contract.LayerCases;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Input;
import org.normscape.contract.cases.Sampler;
import org.normscape.contract.cases.Tolerance;
import org.normscape.reference.ReferenceBackend;

/** Each loss at order 2, under each reduction. */
class LossDerivativesTest {

  private static void check(Loss loss, Input... inputs) {
    Case row =
        Case.program(
            "loss", Tolerance.exactly(), in -> List.of(loss.loss(in.get(0), in.get(1))), inputs);
    LayerCases.check(row, new ReferenceBackend());
  }

  @ParameterizedTest
  @EnumSource
  void crossEntropyHasTheRightDerivatives(LossReduction reduction) {
    check(
        new SoftmaxCrossEntropy(reduction),
        Input.of(Sampler.normal(), 4, 3),
        Input.int32(Sampler.whole(3), 4));
  }

  @ParameterizedTest
  @EnumSource
  void squaredErrorHasTheRightDerivatives(LossReduction reduction) {
    check(
        new SquaredError(reduction),
        Input.of(Sampler.normal(), 4, 3),
        Input.of(Sampler.normal(), 4, 3));
  }

  @Test
  void oneHotSquaredErrorHasTheRightDerivatives() {
    check(
        new OneHotSquaredError(),
        Input.of(Sampler.normal(), 4, 3),
        Input.int32(Sampler.whole(3), 4));
  }
}
