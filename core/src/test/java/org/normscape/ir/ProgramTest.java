package org.normscape.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.check.Golden;
import org.normscape.composite.Relu;
import org.normscape.grad.Gradients;

final class ProgramTest {

  private static final TensorType PAIR = TensorType.float64(2);
  private static final Var X = new Var(0, PAIR);
  private static final Var Y = new Var(1, PAIR);
  private static final Equation NEGATION =
      new Equation(List.of(Y), new Elementwise.Negate(), List.of(X));

  @Test
  void isPrintedAsItWasWritten() {
    Program program =
        Trace.program(
            List.of(TensorType.float32(4, 3), TensorType.float32(3, 2), TensorType.int32(4)),
            in -> {
              Tensor hidden = in.get(0).matmul(in.get(1));
              Tensor y = hidden.trace().apply(new Relu(), List.of(hidden)).get(0);
              Tensor target = in.get(2).oneHot(2, DType.FLOAT32);
              Tensor loss = y.minus(target).power(2).mean();
              return List.of(loss, Gradients.of(loss, List.of(in.get(1))).get(0));
            });
    Golden.check("program.txt", program.toString());
  }

  @Test
  void equalEquationsAreOne() {
    Program program =
        Trace.program(
            List.of(PAIR),
            in -> List.of(in.get(0).exp().plus(in.get(0).exp()), in.get(0).exp(), in.get(0).log()));
    assertThat(program.equations())
        .extracting(e -> e.operation().name())
        .containsExactly("exp", "add", "log");
    assertThat(program.results().get(1)).isEqualTo(program.equations().get(0).outputs().get(0));
  }

  @Test
  void equalOperationsOnOtherValuesAreTwo() {
    Program program =
        Trace.program(
            List.of(PAIR, PAIR),
            in -> List.of(in.get(0).minus(in.get(1)), in.get(1).minus(in.get(0))));
    assertThat(program.equations()).hasSize(2);
  }

  @Test
  void whatNoResultNeedsIsLeftOut() {
    Program program =
        Trace.program(
            List.of(PAIR),
            in -> {
              Tensor unused = in.get(0).exp().log();
              return List.of(in.get(0).negate(), unused.type().equals(PAIR) ? in.get(0) : unused);
            });
    assertThat(program.equations()).extracting(e -> e.operation().name()).containsExactly("negate");
  }

  @Test
  void programsOfEqualEquationsAreEqual() {
    Program first = Trace.program(List.of(PAIR), in -> List.of(in.get(0).negate()));
    Program second = new Program(List.of(X), List.of(NEGATION), List.of(Y));
    assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
  }

  @Test
  void namesAreBoundBeforeTheyAreUsed() {
    assertThatThrownBy(() -> new Program(List.of(), List.of(NEGATION), List.of(Y)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not bound");
    assertThatThrownBy(() -> new Program(List.of(X), List.of(), List.of(Y)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not bound");
  }

  @Test
  void namesAreBoundOnce() {
    assertThatThrownBy(() -> new Program(List.of(X, X), List.of(), List.of(X)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> new Program(List.of(X, Y), List.of(NEGATION), List.of(Y)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second time");
  }

  @Test
  void equationsHaveTheTypesOfTheirOperations() {
    Var wrong = new Var(1, TensorType.float64(3));
    Equation e = new Equation(List.of(wrong), new Elementwise.Negate(), List.of(X));
    assertThatThrownBy(() -> new Program(List.of(X), List.of(e), List.of(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong type");
  }
}
