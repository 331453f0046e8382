package org.normscape.reference;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.ir.Program;

/** A program that is interpreted at each run. */
final class ReferenceExecutable implements Executable {

  private final Program program;
  private final Compilation compilation;
  private final Program prepared;
  private volatile boolean closed;

  ReferenceExecutable(Program program, Compilation compilation) {
    this.program = program;
    this.compilation = compilation;
    this.prepared = compilation.prepare(program, new ReferenceLowering());
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Compilation compilation() {
    return compilation;
  }

  @Override
  public List<Array> run(List<Array> arguments) {
    if (closed) {
      throw new IllegalStateException(
          "run: the executable must be open, but it was closed. To fix: compile the program again.");
    }
    Executable.check(program, compilation, arguments);
    List<Values> inputs = arguments.stream().map(ReferenceExecutable::values).toList();
    List<Values> results = prepared.interpret(new ReferenceLowering(), inputs);
    compilation.donated().forEach(i -> arguments.get(i).close());
    return results.stream().<Array>map(ReferenceArray::new).toList();
  }

  private static Values values(Array array) {
    if (array instanceof ReferenceArray ours) {
      return ours.values();
    }
    throw new IllegalArgumentException(
        "run: arguments must be arrays of the reference backend, but one is a %s. To fix: make it with this backend's array(...)."
            .formatted(array.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    closed = true;
  }
}
