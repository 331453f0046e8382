package org.normscape.rewrite;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * {@code composite(x) → body(x)}, where a lowering has no kernel for the composite.
 *
 * @param lowering whose kernels are kept
 */
public record Inline(Lowering<?> lowering) implements Rewrite {

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    return operation instanceof Composite composite && lacks(composite, inputs)
        ? Optional.of(composite.body(inputs))
        : Optional.empty();
  }

  private boolean lacks(Composite composite, List<Tensor> inputs) {
    return lowering.kernel(composite, inputs.stream().map(Tensor::type).toList()).isEmpty();
  }

  /**
   * The program that a lowering runs: every composite it has no kernel for is inlined, those within
   * bodies too, and the result simplified.
   */
  public static Program prepare(Program program, Lowering<?> lowering) {
    Inline inline = new Inline(lowering);
    Program inlined = program;
    while (inlined.equations().stream()
        .anyMatch(
            e ->
                e.operation() instanceof Composite composite
                    && lowering.kernel(composite, e.inputTypes()).isEmpty())) {
      inlined = Rewrite.rewrite(inlined, List.of(inline));
    }
    return Simplify.apply(inlined);
  }
}
