package org.normscape.reference;

import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/** The backend in plain Java, on the calling thread. */
public final class ReferenceBackend implements Backend {

  static final String NAME = "reference";

  @Override
  public BackendInfo info() {
    return new BackendInfo(
        NAME, "1", Device.CPU, Map.of("java", System.getProperty("java.version", "unknown")));
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compilation.check(program);
    return new ReferenceExecutable(program, compilation);
  }

  @Override
  public Array array(TensorType type, double... values) {
    Backend.checkCount(type, values.length);
    return new ReferenceArray(Values.rounded(type, values.clone()));
  }

  @Override
  public Array array(TensorType type, float[] values) {
    return array(type, IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
  }

  @Override
  public Array array(TensorType type, int[] values) {
    return array(type, IntStream.of(values).asDoubleStream().toArray());
  }

  /** Does nothing: arrays and executables live on the Java heap. */
  @Override
  public void close() {}
}
