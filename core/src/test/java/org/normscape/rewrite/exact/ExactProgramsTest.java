package org.normscape.rewrite.exact;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.normscape.backend.Compilation;
import org.normscape.backend.Numerics;
import org.normscape.contract.Bits;
import org.normscape.contract.Runs;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Extremes;
import org.normscape.contract.cases.MixedPrograms;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.reference.Adversary;
import org.normscape.reference.ReferenceBackend;

/**
 * Programs nobody thought of keep their bits on numbers of every scale, whatever a backend does.
 */
final class ExactProgramsTest {

  private static final Compilation EXACT = Compilation.of(Numerics.EXACT);

  @Property(tries = 300)
  void haveTheSameBitsWhateverTheOrder(
      @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 7) int scale) {
    Case row = MixedPrograms.row(seed).on(Extremes.all().get(scale));
    List<double[]> arguments = row.draw();
    Program program = row.program(DType.FLOAT64);
    List<double[]> plain = Runs.once(new ReferenceBackend(), program, EXACT, arguments);
    Program exact = EXACT.prepare(program);
    Bits.check(row.name(), Adversary.run(exact, arguments, seed), plain);
    Bits.check(row.name(), Adversary.run(exact, arguments, ~seed), plain);
  }
}
