package org.normscape.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * {@code composite(x) → body(x)}, but for the composites that are kept.
 *
 * @param kept whether a composite stays as it is on inputs of these types
 */
public record Inline(BiPredicate<Composite, List<TensorType>> kept) implements Rewrite {

  /** Keeps what a lowering has a kernel for. */
  public static Inline keepingKernels(Lowering<?> lowering) {
    return new Inline((composite, inputs) -> lowering.kernel(composite, inputs).isPresent());
  }

  /** Keeps nothing: what is left are primitives. */
  public static Inline all() {
    return new Inline((composite, inputs) -> false);
  }

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    return isInlined(operation, types(inputs))
        ? Optional.of(write((Composite) operation, trace, inputs))
        : Optional.empty();
  }

  private boolean isInlined(Operation operation, List<TensorType> inputs) {
    return operation instanceof Composite composite && !kept.test(composite, inputs);
  }

  /** The program without the composites that are not kept, those within bodies included. */
  public Program apply(Program program) {
    Program inlined = program;
    while (inlined.equations().stream().anyMatch(e -> isInlined(e.operation(), e.inputTypes()))) {
      inlined = Rewrite.rewrite(inlined, List.of(this));
    }
    return inlined;
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
}
