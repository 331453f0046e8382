package org.normscape.replay;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.ir.Program;

/**
 * One run of a program: all it takes to do it again on any backend.
 *
 * @param program what ran
 * @param compilation how it was compiled
 * @param arguments on what
 */
public record CapturedRun(Program program, Compilation compilation, List<HostArray> arguments) {

  public CapturedRun {
    arguments = List.copyOf(arguments);
  }

  /** The program as a backend without kernels runs it: primitives alone. */
  public Program prepared() {
    return compilation.prepare(program);
  }

  /** The results of the same run on a backend; the caller closes them. */
  List<Array> on(Backend backend) {
    List<Array> copies = arguments.stream().map(argument -> argument.on(backend)).toList();
    Compilation keeping = Compilation.of(compilation.numerics());
    try (Executable executable = backend.compile(program, keeping)) {
      return executable.run(copies);
    } finally {
      copies.forEach(Array::close);
    }
  }
}
