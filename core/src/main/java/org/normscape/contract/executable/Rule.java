package org.normscape.contract.executable;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * One rule that every executable keeps, whatever the program.
 *
 * @param name the rule
 * @param trial what is tried, and what is expected
 */
record Rule(String name, BiConsumer<Lab, Expectations> trial) {

  /** Two numbers. */
  static final TensorType PAIR = TensorType.float64(2);

  /** The backend on trial, with what trials share. */
  record Lab(Backend backend) {

    Executable compile(List<TensorType> types, UnaryOperator<List<Tensor>> body) {
      return backend.compile(Trace.program(types, body), Compilation.of(Numerics.PRECISE));
    }

    /** An executable to which the first argument is donated. */
    Executable donating(List<TensorType> types, UnaryOperator<List<Tensor>> body) {
      return backend.compile(
          Trace.program(types, body), new Compilation(Numerics.PRECISE, Set.of(0)));
    }

    /** An executable that changes the sign of a pair. */
    Executable negation() {
      Program program = Trace.program(List.of(PAIR), in -> List.of(in.get(0).negate()));
      return backend.compile(program, Compilation.of(Numerics.PRECISE));
    }

    Array pair(double first, double second) {
      return backend.array(PAIR, first, second);
    }
  }
}
