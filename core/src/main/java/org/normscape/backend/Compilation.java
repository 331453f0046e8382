package org.normscape.backend;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normscape.ir.Lowering;
import org.normscape.ir.Program;
import org.normscape.rewrite.Inline;
import org.normscape.rewrite.Simplify;
import org.normscape.rewrite.exact.ExactArithmetic;

/**
 * How a program is to be compiled.
 *
 * @param numerics what is promised about the numbers
 * @param donated the positions of the arguments that a run uses up: it may write results into their
 *     memory, and closes them
 * @param methods chooses how each call of a native kernel is computed
 */
public record Compilation(Numerics numerics, Set<Integer> donated, MethodChoice methods) {

  public Compilation {
    donated = Set.copyOf(donated);
  }

  /** A compilation whose methods are left to the backend. */
  public Compilation(Numerics numerics, Set<Integer> donated) {
    this(numerics, donated, MethodChoice.FIRST);
  }

  /** A compilation in which every argument survives the run. */
  public static Compilation of(Numerics numerics) {
    return new Compilation(numerics, Set.of());
  }

  /** This compilation with methods chosen in this way. */
  public Compilation with(MethodChoice others) {
    return new Compilation(numerics, donated, others);
  }

  /** This compilation, with the arguments from {@code start} up to {@code limit} donated too. */
  public Compilation donating(int start, int limit) {
    return new Compilation(
        numerics,
        IntStream.concat(
                donated.stream().mapToInt(Integer::intValue), IntStream.range(start, limit))
            .boxed()
            .collect(Collectors.toUnmodifiableSet()),
        methods);
  }

  /**
   * Checks that the donated positions are those of parameters.
   *
   * @throws IllegalArgumentException when one is not
   */
  public void check(Program program) {
    int count = program.parameters().size();
    if (donated.stream().anyMatch(i -> i < 0 || i >= count)) {
      throw new IllegalArgumentException(
          "Compilation: donated positions must lie in [0, %s), but they are %s. To fix: count the parameters from 0."
              .formatted(count, donated.stream().sorted().toList()));
    }
  }

  /**
   * The equations that a backend runs: those of {@code program}, with the composites inlined that
   * {@code lowering} has no kernel for, and simplified. For {@link Numerics#EXACT} all composites
   * are inlined and the arithmetic is made exact, so that nothing is left to the backend.
   */
  public Program prepare(Program program, Lowering<?> lowering) {
    return prepare(program, Inline.keepingKernels(lowering));
  }

  /** The equations that a backend runs which has no kernels: primitives alone. */
  public Program prepare(Program program) {
    return prepare(program, Inline.all());
  }

  private Program prepare(Program program, Inline inline) {
    return Simplify.apply(
        numerics == Numerics.EXACT
            ? ExactArithmetic.DEFAULT.apply(Simplify.apply(Inline.all().apply(program)))
            : inline.apply(program));
  }
}
