package org.normscape.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

class SimplifyTest {

  private static final TensorType MATRIX = TensorType.float64(2, 3);

  private static List<String> simplified(TensorType type, UnaryOperator<Tensor> body) {
    Program program = Trace.program(List.of(type), x -> List.of(body.apply(x.get(0))));
    return Simplify.apply(program).equations().stream()
        .map(Equation::operation)
        .map(Operation::text)
        .toList();
  }

  private static List<String> simplified(UnaryOperator<Tensor> body) {
    return simplified(MATRIX, body);
  }

  @Test
  void dropsWhatDoesNothing() {
    assertThat(simplified(x -> x.times(1))).isEmpty();
    assertThat(simplified(x -> x.filled(1).times(x))).isEmpty();
    assertThat(simplified(x -> x.dividedBy(1))).isEmpty();
    assertThat(simplified(x -> x.minus(0))).isEmpty();
    assertThat(simplified(x -> x.plus(-0.0))).isEmpty();
    assertThat(simplified(x -> x.negate().negate())).isEmpty();
    assertThat(simplified(Tensor::stopGradient)).isEmpty();
    assertThat(simplified(x -> x.reshape(x.shape()))).isEmpty();
    assertThat(simplified(x -> x.transpose(List.of(0, 1)))).isEmpty();
    assertThat(simplified(x -> x.broadcast(x.shape(), List.of()))).isEmpty();
    assertThat(simplified(x -> x.slice(1, 0, 3))).isEmpty();
    assertThat(simplified(x -> x.pad(List.of(0, 0), List.of(0, 0), List.of(0, 0)))).isEmpty();
    assertThat(simplified(x -> x.sum(List.of()))).isEmpty();
    assertThat(simplified(x -> x.max(List.of()))).isEmpty();
  }

  @Test
  void keepsWhatChangesTheSignOfZeroOrTheValue() {
    assertThat(simplified(x -> x.plus(0))).hasSize(2);
    assertThat(simplified(x -> x.times(0))).hasSize(2);
    assertThat(simplified(x -> x.filled(1).minus(x))).hasSize(2);
    assertThat(simplified(x -> x.filled(1).dividedBy(x))).hasSize(2);
    assertThat(simplified(x -> x.transpose(List.of(1, 0)))).hasSize(1);
  }

  @Test
  void keepsWhatStopGradientHoldsOnceItIsDropped() {
    assertThat(simplified(x -> x.exp().stopGradient())).containsExactly("exp");
  }

  @Test
  void mergesRearrangementsInARow() {
    assertThat(simplified(x -> x.reshape(Shape.of(6)).reshape(Shape.of(3, 2))))
        .containsExactly("reshape[result=[3,2]]");
    assertThat(simplified(x -> x.transpose(List.of(1, 0)).transpose(List.of(1, 0)))).isEmpty();
    assertThat(
            simplified(
                TensorType.float32(2, 3, 4),
                x -> x.transpose(List.of(1, 2, 0)).transpose(List.of(1, 2, 0))))
        .containsExactly("transpose[order=[2, 0, 1]]");
  }

  @Test
  void aTransposeThatMovesAxesOfOneElementAloneIsAReshape() {
    assertThat(simplified(TensorType.float32(3, 1, 4), x -> x.transpose(List.of(1, 0, 2))))
        .containsExactly("reshape[result=[1,3,4]]");
    assertThat(simplified(TensorType.float32(3, 1, 4), x -> x.transpose(List.of(2, 1, 0))))
        .containsExactly("transpose[order=[2, 1, 0]]");
  }

  @Test
  void foldsConstantsAsTheirTypeRounds() {
    assertThat(simplified(TensorType.float32(), x -> x.filled(0.1).plus(0.2)))
        .containsExactly(new Layout.Fill(0.1f + 0.2f, TensorType.float32()).text());
    assertThat(simplified(TensorType.float64(), x -> x.filled(0.1).plus(0.2)))
        .containsExactly(new Layout.Fill(0.1 + 0.2, TensorType.float64()).text());
    assertThat(simplified(x -> x.filled(3).reshape(Shape.of(6)).negate().dividedBy(-2)))
        .containsExactly(new Layout.Fill(1.5, TensorType.float64(6)).text());
  }

  @Test
  void leavesToTheBackendWhatIsNotNormal() {
    assertThat(simplified(x -> x.filled(1e300).times(1e300))).hasSize(2);
    assertThat(simplified(x -> x.filled(1e-30).times(1e-30))).hasSize(2);
  }

  @Test
  void writesEqualEquationsOnceAndLeavesOutDeadOnes() {
    Program program =
        Trace.program(
            List.of(MATRIX),
            x -> {
              Tensor once = x.get(0).exp();
              Tensor again = x.get(0).times(1).exp();
              x.get(0).log();
              return List.of(once.plus(again));
            });
    assertThat(Simplify.apply(program).equations()).hasSize(2);
  }
}
