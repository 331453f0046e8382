package org.normscape.contract;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.Composite;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Inline;
import org.normscape.rewrite.Rewrite;

/** Programs in primitives alone. */
final class Bodies {

  private Bodies() {}

  /** The program with the body of every composite in its place, those within bodies too. */
  static Program writtenOut(Program program) {
    Program written = program;
    while (written.equations().stream().anyMatch(e -> e.operation() instanceof Composite)) {
      written = Rewrite.rewrite(written, List.<Rewrite>of(Bodies::body));
    }
    return written;
  }

  private static Optional<List<Tensor>> body(Trace trace, Operation operation, List<Tensor> in) {
    return operation instanceof Composite composite
        ? Optional.of(Inline.write(composite, trace, in))
        : Optional.empty();
  }
}
