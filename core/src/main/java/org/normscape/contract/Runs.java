package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.reference.ReferenceBackend;

/** Programs run on numbers of the host. */
public final class Runs {

  private Runs() {}

  /** Compiles a program, runs it once and gives everything back but the numbers. */
  public static List<double[]> once(Backend backend, Program program, List<double[]> arguments) {
    return once(backend, program, Compilation.of(numerics(program)), arguments);
  }

  /** As {@link #once(Backend, Program, List)}, compiled in a given way. */
  public static List<double[]> once(
      Backend backend, Program program, Compilation compilation, List<double[]> arguments) {
    try (Executable executable = backend.compile(program, compilation)) {
      return run(backend, executable, arguments);
    }
  }

  /** What the reference makes of a program. */
  static List<double[]> reference(Program program, List<double[]> arguments) {
    return once(new ReferenceBackend(), program, arguments);
  }

  /** Runs a compiled program and closes arguments and results. */
  public static List<double[]> run(
      Backend backend, Executable executable, List<double[]> arguments) {
    List<Array> arrays = arrays(backend, executable.program().parameterTypes(), arguments);
    List<Array> results = executable.run(arrays);
    arrays.forEach(Array::close);
    return take(results);
  }

  /** Copies numbers to the backend. */
  public static List<Array> arrays(
      Backend backend, List<TensorType> types, List<double[]> numbers) {
    List<Array> arrays = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      arrays.add(backend.array(types.get(i), numbers.get(i)));
    }
    return arrays;
  }

  /** The numbers of arrays, which are closed. */
  public static List<double[]> take(List<Array> arrays) {
    List<double[]> numbers = arrays.stream().map(Array::toDoubles).toList();
    arrays.forEach(Array::close);
    return numbers;
  }

  /** What a program can promise by the types it computes in. */
  static Numerics numerics(Program program) {
    boolean narrow =
        program.equations().stream()
            .flatMap(e -> e.outputTypes().stream())
            .anyMatch(type -> type.dtype() == DType.FLOAT32);
    return narrow ? Numerics.FAST : Numerics.PRECISE;
  }
}
