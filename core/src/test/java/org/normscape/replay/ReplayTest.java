package org.normscape.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.check.FaultyBackend;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.reference.ReferenceBackend;

/** A backend with a wrong bit is found out, down to the equation. */
final class ReplayTest {

  private static final TensorType VECTOR = TensorType.float64(4);
  private static final Backend RIGHT = new ReferenceBackend();

  /** {@code x ↦ √(2x² + 1) / 3}: the square root is the one in the middle. */
  private static final Program PROGRAM =
      Trace.program(
          List.of(VECTOR),
          in -> List.of(in.get(0).times(in.get(0)).times(2).plus(1).sqrt().dividedBy(3)));

  private static Backend wrongAt(Class<? extends Operation> struck) {
    return new FaultyBackend(
        new ReferenceBackend(), struck::isInstance, FaultyBackend::nextNumberAtTheFirst);
  }

  /** Runs the program five times, each time on the result of the last. */
  private static void work(Backend backend, Numerics numerics) {
    try (Executable executable =
        backend.compile(PROGRAM, Compilation.of(numerics).donating(0, 1))) {
      Array x = backend.array(VECTOR, 1, 2, -3, 4);
      for (int run = 0; run < 5; run++) {
        x = executable.run(List.of(x)).get(0);
      }
      x.close();
    }
  }

  private static RunDigests digests(Backend backend, Numerics numerics) {
    RunDigests digests = new RunDigests();
    work(new Witness(backend, digests), numerics);
    return digests;
  }

  private static CapturedRun captured(Backend backend, int run, Numerics numerics) {
    Capture capture = new Capture(run);
    return capture.during(() -> work(new Witness(backend, capture), numerics));
  }

  @Test
  void equalBackendsHaveEqualRuns() {
    RunDigests digests = digests(RIGHT, Numerics.PRECISE);
    assertThat(digests.count()).isEqualTo(5);
    assertThat(digests.firstDifference(digests(RIGHT, Numerics.PRECISE))).isEmpty();
    CapturedRun run = captured(RIGHT, 4, Numerics.PRECISE);
    assertThat(Replay.firstDifference(run, RIGHT, RIGHT)).isEmpty();
    assertThat(Replay.results(run, RIGHT, RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Numerics.class,
      names = {"PRECISE", "EXACT"})
  void theEquationWithTheWrongBitIsNamed(Numerics numerics) {
    Backend wrong = wrongAt(Elementwise.Sqrt.class);
    OptionalInt first = digests(RIGHT, numerics).firstDifference(digests(wrong, numerics));
    assertThat(first).hasValue(0);
    CapturedRun run = captured(wrong, 0, numerics);
    EquationDifference found = Replay.firstDifference(run, RIGHT, wrong).orElseThrow();
    assertThat(found.equation().operation()).isEqualTo(new Elementwise.Sqrt());
    assertThat(found.count()).isEqualTo(run.prepared().equations().size());
    assertThat(run.prepared().equations().get(found.number() - 1)).isEqualTo(found.equation());
    assertThat(found.difference())
        .isEqualTo(
            new ArrayDifference(VECTOR, 1, 1, List.of(0), Math.sqrt(3), Math.nextUp(Math.sqrt(3))));
    assertThat(found.operands()).containsExactly(new OperandSummary(VECTOR, 3, 33, 16, 0, 0, 0));
    assertThat(found.describe("right", "wrong"))
        .contains("= sqrt v")
        .contains("1 of 4 elements differ, by 1 ulp at most; the first is at [0]")
        .contains("right has 1.7320508075688772 (0x1.bb67ae8584caap0)")
        .contains("from 3.00000 to 33.0000, mean magnitude 16.0000; 0 zeros");
  }

  @Test
  void argumentsAreThoseOfTheRunThatIsWanted() {
    CapturedRun run = captured(RIGHT, 1, Numerics.PRECISE);
    assertThat(run.arguments().get(0).type()).isEqualTo(VECTOR);
    assertThat(run.arguments().get(0).at(0)).isEqualTo(Math.sqrt(3) / 3);
  }

  @Test
  void resultsThatDifferAreListed() {
    Backend wrong = wrongAt(Elementwise.Divide.class);
    CapturedRun run = captured(wrong, 0, Numerics.PRECISE);
    List<ResultDifference> results = Replay.results(run, RIGHT, wrong);
    assertThat(results).hasSize(1);
    assertThat(results.get(0).describe("a", "b"))
        .startsWith("result 1 of 1, f64[4]: 1 of 4 elements differ");
  }

  @Test
  void aRunThatNeverComesIsSaidNotToCome() {
    assertThatThrownBy(() -> captured(RIGHT, 5, Numerics.PRECISE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Capture: the work must come to run 5, but it ended after 5. To fix: do the same work again.");
  }

  @Test
  void denormalsAndTheSignOfZeroDoNotCountBetweenEquations() {
    Program program =
        Trace.program(List.of(VECTOR), in -> List.of(in.get(0).times(0x1p-1000).negate()));
    Backend flushing =
        new FaultyBackend(
            new ReferenceBackend(),
            Elementwise.Multiply.class::isInstance,
            x -> x.plus(0x1p-969).plus(-0x1p-969));
    CapturedRun run =
        new CapturedRun(
            program,
            Compilation.of(Numerics.PRECISE),
            List.of(HostArray.of(RIGHT.array(VECTOR, 0x1p-50, -0x1p-60, -0.0, 3))));
    assertThat(Replay.firstDifference(run, RIGHT, flushing)).isEmpty();
  }
}
