package example;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Backends;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.Program;

/** A backend around the reference that says in the end how long programs ran. */
public record Stopwatch(Backend backend, LongAdder runs, LongAdder nanoseconds)
    implements ForwardingBackend {

  /** Makes it known under its name. */
  public static final class Provider implements BackendProvider {
    @Override
    public String name() {
      return "stopwatch";
    }

    @Override
    public Backend open(Device device) {
      return new Stopwatch(
          Backends.raw("reference", device), new LongAdder(), new LongAdder());
    }
  }

  @Override
  public BackendInfo info() {
    return new BackendInfo("stopwatch", "1.0", backend.info().device(), backend.info().details());
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return new Timed(backend.compile(program, compilation), runs, nanoseconds);
  }

  @Override
  public void close() {
    System.err.printf("stopwatch: %d runs, %.3f s%n", runs.sum(), nanoseconds.sum() / 1e9);
    backend.close();
  }

  private record Timed(Executable inner, LongAdder runs, LongAdder nanoseconds)
      implements Executable {
    @Override
    public Program program() {
      return inner.program();
    }

    @Override
    public Compilation compilation() {
      return inner.compilation();
    }

    @Override
    public List<Array> run(List<Array> arguments) {
      long start = System.nanoTime();
      List<Array> results = inner.run(arguments);
      runs.increment();
      nanoseconds.add(System.nanoTime() - start);
      return results;
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
