package org.normscape.backend.nd4j.portable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.nd4j.linalg.factory.Nd4j;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.nd4j.lending.PlanExecutable;
import org.normscape.backend.nd4j.plan.Draft;
import org.normscape.backend.nd4j.plan.Natives;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * Programs as plans of ND4J's custom operations on dense arrays of ND4J, on whatever device its
 * natives are for. It is several times slower on the CPU than {@link
 * org.normscape.backend.nd4j.Nd4jBackend}, which goes to native memory itself.
 */
public final class PortableBackend implements Backend {

  private final String name;
  private final Device device;
  private final Rows rows;
  private final Set<Executable> executables =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Opens ND4J on a device, which its natives must be for.
   *
   * @param name the word by which this backend is chosen
   */
  public PortableBackend(String name, Device device) {
    this.name = name;
    this.device = device;
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    this.rows = new Rows(device.index());
  }

  @Override
  public BackendInfo info() {
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("lowering", "portable");
    details.put("natives", String.valueOf(environment.get("backend")));
    details.put("blas.vendor", String.valueOf(environment.get("blas.vendor")));
    return new BackendInfo(name, Natives.VERSION, device, details);
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compilation.check(program);
    Recorder recorder = new Recorder();
    PortableLowering lowering = new PortableLowering(recorder, compilation.methods());
    Draft draft = Draft.of(program, compilation, recorder, lowering);
    Executable executable =
        new PlanExecutable<>(
            program,
            compilation,
            rows,
            new PortablePlan(rows, draft),
            (type, row) -> new PortableArray(type, rows, row));
    executables.add(executable);
    return executable;
  }

  @Override
  public Array array(TensorType type, double... values) {
    Backend.checkCount(type, values.length);
    Row row = rows.lend(type.bytes(), () -> Numbers.row(Node.dtype(type.dtype()), values));
    return new PortableArray(type, rows, row);
  }

  @Override
  public Array array(TensorType type, float[] values) {
    Backend.checkCount(type, values.length);
    return type.dtype() == DType.FLOAT32
        ? new PortableArray(type, rows, rows.lend(type.bytes(), () -> Row.of(values)))
        : array(type, Numbers.doubles(values));
  }

  @Override
  public Array array(TensorType type, int[] values) {
    Backend.checkCount(type, values.length);
    return type.dtype() == DType.INT32
        ? new PortableArray(type, rows, rows.lend(type.bytes(), () -> Row.of(values)))
        : array(type, Arrays.stream(values).asDoubleStream().toArray());
  }

  /** How many rows on the device are in use, by arrays and by executables. */
  int rows() {
    return rows.lent();
  }

  @Override
  public void close() {
    List<Executable> open;
    synchronized (executables) {
      open = new ArrayList<>(executables);
      executables.clear();
    }
    open.forEach(Executable::close);
    rows.close();
  }
}
