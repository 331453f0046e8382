package org.normscape.backend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.normscape.ir.Program;

/** A compiled program. May be run from several threads at once. */
public interface Executable extends AutoCloseable {

  /** What was compiled, as it was given. */
  Program program();

  /** How it was compiled. */
  Compilation compilation();

  /**
   * Runs the program. The results belong to the caller, who closes them; donated arguments are
   * closed when this returns.
   *
   * @param arguments one array of the backend that compiled this, for each parameter
   * @throws IllegalArgumentException when an argument has the wrong type, or a donated one is given
   *     twice
   * @throws IllegalStateException when an argument or this executable is closed
   */
  List<Array> run(List<Array> arguments);

  /** Gives the native memory back at once; a second call does nothing. */
  @Override
  void close();

  /** Checks arguments against the program: every implementation of {@link #run} starts with it. */
  static void check(Program program, Compilation compilation, List<Array> arguments) {
    int count = program.parameters().size();
    if (arguments.size() != count) {
      throw new IllegalArgumentException(
          "run: the program takes %s arguments, but %s were given. To fix: pass one for each parameter."
              .formatted(count, arguments.size()));
    }
    for (int i = 0; i < count; i++) {
      if (!arguments.get(i).type().equals(program.parameters().get(i).type())) {
        throw new IllegalArgumentException(
            "run: argument %s must be %s, but it is %s. To fix: pass an array of that type."
                .formatted(i, program.parameters().get(i).type(), arguments.get(i).type()));
      }
    }
    Set<Array> seen = new HashSet<>();
    Set<Array> twice = new HashSet<>();
    arguments.forEach(a -> (seen.add(a) ? seen : twice).add(a));
    for (int i : compilation.donated()) {
      if (twice.contains(arguments.get(i))) {
        throw new IllegalArgumentException(
            "run: argument %s is donated and may be passed only once, but it is passed again. To fix: pass a copy."
                .formatted(i));
      }
    }
  }
}
