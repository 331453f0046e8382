package org.normscape.replay;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.Program;

/**
 * Another backend, seen by an observer: everything is passed through, arrays as they are. Runs are
 * numbered as they are observed, so programs that are to be compared run on one thread.
 */
public final class Witness implements ForwardingBackend {

  private final Backend backend;
  private final Observer observer;

  /**
   * Takes a backend over.
   *
   * @param backend what computes; closed with this
   * @param observer what is told of every run
   */
  public Witness(Backend backend, Observer observer) {
    this.backend = backend;
    this.observer = observer;
  }

  /** What is told of every run of a program. Arrays are lent for the time of a call. */
  public interface Observer {

    /** A program is about to run on these arguments. */
    void before(Executable executable, List<Array> arguments);

    /** The same run has given these results. */
    void after(Executable executable, List<Array> results);
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return new Observed(backend.compile(program, compilation), observer);
  }

  private record Observed(Executable executable, Observer observer) implements Executable {

    @Override
    public Program program() {
      return executable.program();
    }

    @Override
    public Compilation compilation() {
      return executable.compilation();
    }

    @Override
    public List<Array> run(List<Array> arguments) {
      observer.before(executable, arguments);
      List<Array> results = executable.run(arguments);
      observer.after(executable, results);
      return results;
    }

    @Override
    public void close() {
      executable.close();
    }
  }
}
