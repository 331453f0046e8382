package org.normscape.params;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Executable;

/** A compiled {@link NamedProgram}. */
public final class NamedExecutable implements AutoCloseable {

  private final NamedProgram program;
  private final Executable executable;

  NamedExecutable(NamedProgram program, Executable executable) {
    this.program = program;
    this.executable = executable;
  }

  /** What was compiled. */
  public NamedProgram program() {
    return program;
  }

  /**
   * Runs the program. The results belong to the caller, who closes them.
   *
   * @param arguments an array for each path of the program's arguments, in any order
   * @throws IllegalArgumentException when one is missing or has the wrong type
   */
  public Parameters<Array> run(Parameters<Array> arguments) {
    List<Array> inOrder = program.arguments().paths().stream().map(arguments::get).toList();
    return Parameters.like(program.results(), executable.run(inOrder));
  }

  /**
   * Runs the program for an owner, to whom the results belong.
   *
   * @param arguments an array for each path of the program's arguments, in any order
   * @throws IllegalArgumentException when one is missing or has the wrong type
   */
  public Parameters<Array> run(Parameters<Array> arguments, Owner owner) {
    return owner.own(run(arguments));
  }

  @Override
  public void close() {
    executable.close();
  }
}
