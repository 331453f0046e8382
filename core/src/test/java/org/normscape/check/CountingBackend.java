package org.normscape.check;

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

/** Another backend, which counts the arrays and the programs that it has given away. */
public final class CountingBackend implements ForwardingBackend {

  private final Backend backend;
  private final Set<Array> open =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private int compiled;
  private int runs;

  public CountingBackend(Backend backend) {
    this.backend = backend;
  }

  /** How many arrays nobody has closed. */
  public int open() {
    return open.size();
  }

  /** How many programs have been compiled. */
  public int compiled() {
    return compiled;
  }

  /** How often a program has been run. */
  public int runs() {
    return runs;
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

  private Array counted(Array array) {
    Counted counted = new Counted(array);
    open.add(counted);
    return counted;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compiled++;
    return new Counting(backend.compile(program, compilation));
  }

  private final class Counted implements Array {

    private final Array array;

    private Counted(Array array) {
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
      open.remove(this);
      array.close();
    }
  }

  private final class Counting implements Executable {

    private final Executable executable;

    private Counting(Executable executable) {
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
      runs++;
      List<Array> results =
          executable.run(arguments.stream().map(array -> ((Counted) array).array).toList());
      compilation().donated().forEach(i -> arguments.get(i).close());
      return results.stream().map(CountingBackend.this::counted).toList();
    }

    @Override
    public void close() {
      executable.close();
    }
  }
}
