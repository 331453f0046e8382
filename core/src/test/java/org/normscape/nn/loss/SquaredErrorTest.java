package org.normscape.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

class SquaredErrorTest {

  private static final TensorType TYPE = TensorType.float64(2, 2);

  @ParameterizedTest
  @CsvSource({"MEAN, 7.5, 1.5", "SUM, 30, 6", "HALF_SUM, 15, 3"})
  void isReducedOverElements(LossReduction reduction, double loss, double lastDerivative) {
    List<double[]> results =
        Numbers.run(
            List.of(TYPE, TYPE),
            in -> {
              Tensor value = new SquaredError(reduction).loss(in.get(0), in.get(1));
              return List.of(value, Gradients.of(value, List.of(in.get(0))).get(0));
            },
            List.of(new double[] {1, 2, 3, 4}, new double[] {0, 4, 7, 1}));
    assertThat(results.get(0)).containsExactly(loss);
    assertThat(results.get(1)[3]).isEqualTo(lastDerivative);
  }

  /** Labels 1 and 0: distances (1, 1) and (2, 4), so that the loss is (2 + 20) / 4. */
  @Test
  void ofClassesIsHalfTheSquaredDistanceOfAnExample() {
    List<double[]> results =
        Numbers.run(
            List.of(TYPE, TensorType.int32(2)),
            in -> {
              OneHotSquaredError loss = new OneHotSquaredError();
              Tensor value = loss.loss(in.get(0), in.get(1));
              return List.of(
                  value,
                  Gradients.of(value, List.of(in.get(0))).get(0),
                  loss.metrics(in.get(0), in.get(1)).get("accuracy"));
            },
            List.of(new double[] {1, 2, 3, 4}, new double[] {1, 0}));
    assertThat(results.get(0)).containsExactly(5.5);
    assertThat(results.get(1)).containsExactly(0.5, 0.5, 1, 2);
    assertThat(results.get(2)).containsExactly(0.5);
  }
}
