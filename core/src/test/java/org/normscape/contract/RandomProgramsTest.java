package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.RandomPrograms;
import org.normscape.contract.cases.Tolerance;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.reference.ReferenceBackend;
import org.normscape.rewrite.Simplify;

/** What holds for programs nobody thought of. */
final class RandomProgramsTest {

  private final Backend backend = new ReferenceBackend();

  @Property(tries = 100, seed = "20181211")
  void areWellFormed(@ForAll @LongRange(min = 0) long seed) {
    Case row = RandomPrograms.row(seed);
    Program program = row.program(DType.FLOAT64);
    assertThat(new Program(program.parameters(), program.equations(), program.results()))
        .isEqualTo(program);
    assertThat(program).isEqualTo(row.program(DType.FLOAT64));
  }

  @Property(tries = 50, seed = "20181211")
  void keepTheirBitsWhenSimplified(@ForAll @LongRange(min = 0) long seed) {
    Case row = RandomPrograms.row(seed);
    DerivativeProgram derivatives = DerivativeProgram.of(row, DType.FLOAT64, row.body());
    Program simplified = Simplify.apply(derivatives.program());
    Asked.check(
        Agreement.of(
            row.name(),
            simplified.resultTypes(),
            Runs.once(backend, simplified, derivatives.arguments()),
            Runs.once(backend, derivatives.program(), derivatives.arguments()),
            Tolerance.exactly()));
  }
}
