package org.normscape.bench.question;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * Another backend, which counts the bytes of the arrays that it has given away and that nobody has
 * closed. What programs hold while they run is not in it.
 */
final class HeldBytes implements ForwardingBackend {

  private final Backend backend;
  private final Set<Array> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private long held;
  private long most;

  HeldBytes(Backend backend) {
    this.backend = backend;
  }

  /** The bytes of an array of a type. */
  static long of(TensorType type) {
    return (long) type.shape().size() * type.dtype().bytes();
  }

  /** Forgets the most that were held until now; the bytes that are held. */
  synchronized long startAnew() {
    most = held;
    return held;
  }

  /** The most bytes that were held at once. */
  synchronized long most() {
    return most;
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public Array array(TensorType type, double... values) {
    return counted(backend.array(type, values));
  }

  @Override
  public Array array(TensorType type, float[] values) {
    return counted(backend.array(type, values));
  }

  @Override
  public Array array(TensorType type, int[] values) {
    return counted(backend.array(type, values));
  }

  @Override
  public Array array(TensorType type, FloatSource source) {
    return counted(backend.array(type, source));
  }

  private synchronized Counted counted(Array array) {
    Counted counted = new Counted(array);
    open.add(counted);
    held += of(array.type());
    most = Math.max(most, held);
    return counted;
  }

  private synchronized void closed(Counted array) {
    if (open.remove(array)) {
      held -= of(array.type());
    }
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return new Counting(backend.compile(program, compilation));
  }

  private final class Counted implements Array {

    private final Array array;

    Counted(Array array) {
      this.array = array;
    }

    @Override
    public TensorType type() {
      return array.type();
    }

    @Override
    public double[] toDoubles() {
      return array.toDoubles();
    }

    @Override
    public void close() {
      closed(this);
      array.close();
    }
  }

  private final class Counting implements Executable {

    private final Executable executable;

    Counting(Executable executable) {
      this.executable = executable;
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
      List<Array> results =
          executable.run(arguments.stream().map(array -> ((Counted) array).array).toList());
      compilation().donated().forEach(i -> arguments.get(i).close());
      return results.stream().<Array>map(HeldBytes.this::counted).toList();
    }

    @Override
    public void close() {
      executable.close();
    }
  }
}
