package org.normscape.bench.question;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.bench.measure.Cost;
import org.normscape.ir.Program;

/**
 * Another backend, which adds up the operations of the programs that it has run, as {@link Cost}
 * counts them. For one thread.
 */
final class CountedOperations implements ForwardingBackend {

  private final Backend backend;
  private double operations;

  CountedOperations(Backend backend) {
    this.backend = backend;
  }

  /** Forgets the operations until now. */
  void startAnew() {
    operations = 0;
  }

  /** The operations since then. */
  double operations() {
    return operations;
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return new Counting(backend.compile(program, compilation), Cost.of(program).operations());
  }

  private final class Counting implements Executable {

    private final Executable executable;
    private final double cost;

    Counting(Executable executable, double cost) {
      this.executable = executable;
      this.cost = cost;
    }

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
      operations += cost;
      return executable.run(arguments);
    }

    @Override
    public void close() {
      executable.close();
    }
  }
}
