package org.normscape.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;

class NamedProgramTest {

  private static final TensorType SCALAR = TensorType.float64();
  private static final NamedProgram QUOTIENT =
      NamedProgram.trace(
          Parameters.of("top.x", SCALAR).and("bottom.x", SCALAR),
          a ->
              Parameters.of("quotient", a.get("top.x").dividedBy(a.get("bottom.x")))
                  .and("square", a.get("top.x").times(a.get("top.x"))));

  @Test
  void takesArgumentsByPathAndNamesResults() {
    try (Backend backend = Backends.open("reference");
        NamedExecutable run = QUOTIENT.compile(backend, Numerics.PRECISE)) {
      Parameters<Array> results =
          run.run(
              Parameters.of("bottom.x", backend.array(SCALAR, 4))
                  .and("top.x", backend.array(SCALAR, 6)));
      assertThat(results.map(Array::toScalar))
          .isEqualTo(Parameters.of("quotient", 1.5).and("square", 36.0));
    }
  }

  @Test
  void usesUpWhatIsDonated() {
    try (Backend backend = Backends.open("reference");
        NamedExecutable run =
            QUOTIENT.compileDonating(
                backend, Numerics.PRECISE, Parameters.of("bottom.x", SCALAR))) {
      Array top = backend.array(SCALAR, 6);
      Array bottom = backend.array(SCALAR, 4);
      run.run(Parameters.of("top.x", top).and("bottom.x", bottom));
      assertThat(top.toScalar()).isEqualTo(6);
      assertThatThrownBy(bottom::toScalar).isInstanceOf(IllegalStateException.class);
    }
  }
}
