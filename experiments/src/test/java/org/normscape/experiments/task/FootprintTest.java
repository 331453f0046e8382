package org.normscape.experiments.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

final class FootprintTest {

  private static final TensorType VECTOR = TensorType.float32(1000);

  /** Two arguments live all along; of the intermediate results two at most live at once. */
  private static final Program CHAIN =
      Trace.program(
          List.of(VECTOR, VECTOR),
          in -> List.of(in.get(0).exp().plus(in.get(1)).tanh().times(in.get(1)).sum()));

  @Test
  void whatIsNotNeededAnyMoreTakesNoMemory() {
    assertThat(Footprint.of(CHAIN).bytes()).isEqualTo(4 * 4000.0);
  }

  /** Five operations: exp and tanh read one vector, plus and times two, sum gives one number. */
  @Test
  void eachOperationReadsWhatItTakesAndWritesWhatItGives() {
    assertThat(Traffic.of(CHAIN)).isEqualTo(5 * 50_000 + (2 + 3 + 2 + 3 + 1) * 4000.0 + 4);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Footprint footprint = new Footprint("a training step", 3.0 * (1L << 30));
    assertThatCode(() -> footprint.check(4L << 30)).doesNotThrowAnyException();
    assertThatThrownBy(() -> footprint.check(2L << 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "model and data.batch: must fit into the 2 GiB of memory of this machine, but a training step would take 3 GiB. To fix: take a narrower model or a smaller batch.");
  }
}
