package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

final class ClosingTest {

  private static final TensorType TYPE = TensorType.float64(2);
  private static final Compilation PRECISE = Compilation.of(Numerics.PRECISE);

  /** The parameter itself, and one other value twice. */
  private static Program program() {
    return Trace.program(
        List.of(TYPE),
        in -> {
          Tensor twice = in.get(0).times(2);
          return List.of(in.get(0), twice, twice);
        });
  }

  @ParameterizedTest
  @EnumSource
  void resultsThatShareMemoryAreClosedByThemselves(Place place) {
    try (Backend backend = place.open();
        Executable executable = backend.compile(program(), PRECISE.donating(0, 1))) {
      Array argument = backend.array(TYPE, 3, 4);
      List<Array> results = executable.run(List.of(argument));
      assertThatIllegalStateException()
          .isThrownBy(argument::toDoubles)
          .withMessageContaining("was donated");
      results.get(1).close();
      results.get(1).close();
      assertThat(results.get(0).toDoubles()).containsExactly(3, 4);
      assertThat(results.get(2).toDoubles()).containsExactly(6, 8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsClosedIsNotUsed(Place place) {
    try (Backend backend = place.open();
        Array open = backend.array(TYPE, 1, 2)) {
      Executable executable = backend.compile(program(), PRECISE);
      Array closed = backend.array(TYPE, 1, 2);
      closed.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> executable.run(List.of(closed)))
          .withMessageContaining("f64[2] is closed");
      executable.close();
      executable.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> executable.run(List.of(open)))
          .withMessageContaining("the executable must be open");
      assertThat(open.toDoubles()).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void arraysAndExecutablesGoWithTheirBackend(Place place) {
    Backend backend = place.open();
    Executable executable = backend.compile(program(), PRECISE);
    Array array = backend.array(TYPE, 1, 2);
    backend.close();
    backend.close();
    assertThatIllegalStateException().isThrownBy(array::toDoubles);
    assertThatIllegalStateException().isThrownBy(() -> executable.run(List.of(array)));
    assertThatIllegalStateException().isThrownBy(() -> backend.compile(program(), PRECISE));
    assertThatIllegalStateException().isThrownBy(() -> backend.array(TYPE, 1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void arraysOfAnotherBackendAreRefused(Place place) {
    try (Backend one = place.open();
        Backend other = place.open();
        Executable executable = one.compile(program(), PRECISE)) {
      Array foreign = other.array(TYPE, 1, 2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> executable.run(List.of(foreign)))
          .withMessageContaining("argument 0 must be an array of the backend");
    }
  }
}
