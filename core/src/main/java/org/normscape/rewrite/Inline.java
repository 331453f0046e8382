package org.normscape.rewrite;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
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
        ? Optional.of(write(composite, trace, inputs))
        : Optional.empty();
  }

  private boolean lacks(Composite composite, List<Tensor> inputs) {
    return lowering.kernel(composite, types(inputs)).isEmpty();
  }

  /**
   * Writes the results of a composite without it. The body is traced as a program of its own first:
   * where it differentiates, its inputs must be independent, and here one may depend on another.
   */
  public static List<Tensor> write(Composite composite, Trace trace, List<Tensor> inputs) {
    return Rewrite.write(composite.program(types(inputs)), List.of(), trace, inputs);
  }

  private static List<TensorType> types(List<Tensor> inputs) {
    return inputs.stream().map(Tensor::type).toList();
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
