package org.normscape.params;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Numerics;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Rewrite;

/**
 * A program whose arguments and results have names.
 *
 * @param program the program
 * @param arguments the types of its parameters, by path, in order
 * @param results the types of its results, by path, in order
 */
public record NamedProgram(
    Program program, Parameters<TensorType> arguments, Parameters<TensorType> results) {

  public NamedProgram {
    if (!program.parameterTypes().equals(arguments.values())
        || !program.resultTypes().equals(results.values())) {
      throw new IllegalArgumentException(
          "NamedProgram: names must fit the program, but they are %s and %s for %s. To fix: name each once, in order."
              .formatted(arguments, results, program));
    }
  }

  /** Writes {@code body} down as a program. */
  public static NamedProgram trace(
      Parameters<TensorType> arguments, UnaryOperator<Parameters<Tensor>> body) {
    AtomicReference<Parameters<TensorType>> results = new AtomicReference<>(Parameters.none());
    Program program =
        Trace.program(
            arguments.values(),
            tensors -> {
              Parameters<Tensor> written = body.apply(Parameters.like(arguments, tensors));
              results.set(written.map(Tensor::type));
              return written.values();
            });
    return new NamedProgram(program, arguments, Objects.requireNonNull(results.get()));
  }

  /** Writes this program's equations into the program of its arguments. */
  public Parameters<Tensor> apply(Parameters<Tensor> tensors) {
    List<Tensor> inOrder = arguments.paths().stream().map(tensors::get).toList();
    return Parameters.like(
        results, Rewrite.write(program, List.of(), inOrder.get(0).trace(), inOrder));
  }

  /** Compiles the program; every argument survives a run. */
  public NamedExecutable compile(Backend backend, Numerics numerics) {
    return new NamedExecutable(this, backend.compile(program, Compilation.of(numerics)));
  }

  /**
   * Compiles the program, to use up the arguments whose paths start with {@code prefix.}: results
   * may take their memory.
   */
  public NamedExecutable compileDonating(Backend backend, Numerics numerics, String prefix) {
    List<String> paths = arguments.paths();
    int start = 0;
    while (start < paths.size() && !paths.get(start).startsWith(prefix + ".")) {
      start++;
    }
    int limit = start + arguments.under(prefix).size();
    return new NamedExecutable(
        this, backend.compile(program, Compilation.of(numerics).donating(start, limit)));
  }
}
