package org.normscape.rewrite.exact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.ir.Composite;
import org.normscape.ir.Contraction;
import org.normscape.ir.DType;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Equation;
import org.normscape.ir.Indexing;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Reduction;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.ir.Var;
import org.normscape.ir.Window;
import org.normscape.rewrite.Rewrite;

/**
 * Programs in float64 rewritten so that each gives the same bits on every backend, at any number of
 * threads: <em>numerics = exact</em>.
 *
 * <p>Backends agree on the bits of {@code + − × ÷ √} and comparisons, which IEEE 754 rounds
 * correctly. They do not agree on three things, which this rewrite takes from them:
 *
 * <ol>
 *   <li>the order of sums: operands are cut into slices that make every order exact ({@link
 *       Contractions}, {@link Sums}, {@link Slicing});
 *   <li>functions such as {@code exp}: they are computed from the operations above ({@link
 *       ElementaryFunctions});
 *   <li>denormals and the sign of zero: values are rounded where it could be seen ({@link Form}).
 * </ol>
 *
 * <p>A NaN has no sign and no payload. A sum with a term above 2<sup>450</sup> in magnitude has
 * overflowed and is NaN, and so is all of a contraction with such an element; magnitudes below
 * 2<sup>−915</sup> lose digits.
 *
 * <p>What a backend owes in return: it runs the equations as they are written, in float64, and its
 * contractions and sums are made of multiplications and additions of their operands alone.
 *
 * @param slices into how many slices operands are cut: 1 (about 6 digits of the largest element), 2
 *     (about 12) or 3 (all)
 */
public record ExactArithmetic(int slices) {

  /** Two slices: close to float64 at about three times the arithmetic. */
  public static final ExactArithmetic DEFAULT = new ExactArithmetic(2);

  public ExactArithmetic {
    if (slices < 1 || slices > 3) {
      throw new IllegalArgumentException(
          "ExactArithmetic: there must be 1, 2 or 3 slices, but there are %s. To fix: use 2."
              .formatted(slices));
    }
  }

  /**
   * The program, made exact. It computes what {@code program} does, up to rounding.
   *
   * @param program without composites
   * @throws IllegalArgumentException when it has composites or float32 values
   */
  public Program apply(Program program) {
    check(program);
    return Trace.program(
        program.parameterTypes(),
        (trace, arguments) -> {
          Forms forms = new Forms();
          return Rewrite.write(program, List.of(new Rule(forms, slices)), trace, arguments).stream()
              .map(x -> forms.in(Form.CANONICAL, x))
              .toList();
        });
  }

  private static void check(Program program) {
    for (Equation e : program.equations()) {
      if (e.operation() instanceof Composite) {
        throw new IllegalArgumentException(
            "ExactArithmetic: a program must consist of primitives, but it has %s. To fix: inline it first."
                .formatted(e));
      }
    }
    Stream.concat(
            program.parameters().stream(),
            program.equations().stream().flatMap(e -> e.outputs().stream()))
        .filter(v -> v.type().dtype() == DType.FLOAT32)
        .findFirst()
        .ifPresent(ExactArithmetic::refuse);
  }

  private static void refuse(Var var) {
    throw new IllegalArgumentException(
        "exact numerics: floating-point values must be float64, but %s is not. To fix: build the program in Numerics.EXACT.dtype()."
            .formatted(var.declaration()));
  }

  /** Writes each operation so that its result is the same everywhere, and notes its form. */
  private static final class Rule implements Rewrite {

    private final Forms forms;
    private final Elements elements;
    private final Sums sums;
    private final Contractions contractions;

    Rule(Forms forms, int slices) {
      Slicing slicing = new Slicing(forms, slices);
      this.forms = forms;
      this.elements = new Elements(forms);
      this.sums = new Sums(forms, slicing);
      this.contractions = new Contractions(forms, slicing, sums);
    }

    @Override
    public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> in) {
      if (operation instanceof Elementwise elementwise) {
        return one(elements.apply(trace, elementwise, in));
      }
      if (operation instanceof Contraction contraction) {
        return one(contractions.apply(contraction, in.get(0), in.get(1)));
      }
      if (operation instanceof Reduction.Sum sum) {
        return one(sums.apply(sum, in.get(0)));
      }
      if (operation instanceof Window window) {
        return one(window(window, in));
      }
      return one(rearranged(trace, operation, in));
    }

    private static Optional<List<Tensor>> one(Tensor result) {
      return Optional.of(List.of(result));
    }

    private Tensor window(Window operation, List<Tensor> in) {
      if (operation instanceof Window.SumPool pool) {
        return sums.apply(pool, in.get(0));
      }
      if (operation instanceof Window.SumPoolInputGradient pool) {
        return sums.apply(pool, in.get(0));
      }
      if (operation instanceof Window.MaxPoolScatter pool) {
        return sums.apply(pool, in.get(0), in.get(1));
      }
      Tensor image = forms.in(Form.SIGNED_ZERO, in.get(0));
      return operation instanceof Window.MaxPoolGather pool
          ? forms.note(image.maxPoolGather(in.get(1), pool.window()), forms.of(in.get(1)))
          : forms.note(image.maxPool(operation.window()), forms.of(image));
    }

    /** What computes nothing has the form of its operands. */
    private Tensor rearranged(Trace trace, Operation operation, List<Tensor> in) {
      if (operation instanceof Layout.Fill fill && fill.result().dtype().isFloating()) {
        Tensor filled = trace.fill(Forms.canonical(fill.value()), fill.result());
        return forms.note(filled, Form.CANONICAL);
      }
      List<Tensor> inputs =
          operation instanceof Indexing.ArgMax
              ? List.of(forms.in(Form.SIGNED_ZERO, in.get(0)))
              : in;
      Form form =
          operation instanceof Indexing.OneHot
              ? Form.CANONICAL
              : inputs.stream().map(forms::of).reduce(Form.CANONICAL, Form::and);
      return forms.note(trace.apply(operation, inputs).get(0), form);
    }
  }
}
