package org.normscape.backend.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.nd4j.lending.PlanExecutable;
import org.normscape.backend.nd4j.lowering.Planner;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.backend.nd4j.plan.Natives;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/** Programs as plans of ND4J's native operations, on the CPU. */
public final class Nd4jBackend implements Backend {

  /** The word by which this backend is chosen. */
  public static final String NAME = "nd4j";

  private final Natives natives;
  private final Memory memory;
  private final Set<Executable> executables =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Loads the natives.
   *
   * @throws BackendException when the device is not a CPU, or the natives are not there
   */
  public Nd4jBackend(Device device) {
    if (device.kind() != Device.Kind.CPU) {
      throw new BackendException(
          "nd4j: this lowering is for the cpu alone, but the device is %s. To fix: open the backend by its name."
              .formatted(device),
          null);
    }
    this.natives = Natives.load();
    this.memory = new Memory(natives.operations());
  }

  @Override
  public BackendInfo info() {
    NativeOps operations = natives.operations();
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("blas.vendor", String.valueOf(environment.get("blas.vendor")));
    details.put("blas.threads", String.valueOf(environment.get("blas.threads")));
    details.put("omp.threads", String.valueOf(operations.ompGetMaxThreads()));
    details.put("instructions", operations.binaryLevel() + " of " + operations.optimalLevel());
    details.put("build", operations.buildInfo().strip().replaceAll("\\s*\n\\s*", "; "));
    return new BackendInfo(NAME, Natives.VERSION, Device.CPU, details);
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compilation.check(program);
    Executable executable =
        new PlanExecutable<>(
            program,
            compilation,
            memory,
            Planner.plan(program, compilation, natives, memory),
            (type, block) -> new Nd4jArray(type, memory, block));
    executables.add(executable);
    return executable;
  }

  @Override
  public Array array(TensorType type, double... values) {
    Backend.checkCount(type, values.length);
    Block block = memory.allocate(type.bytes());
    if (type.dtype() == DType.FLOAT64) {
      new DoublePointer(block.start()).put(values);
    } else if (type.dtype() == DType.FLOAT32) {
      new FloatPointer(block.start()).put(floats(values));
    } else {
      new IntPointer(block.start()).put(ints(values));
    }
    return new Nd4jArray(type, memory, block);
  }

  @Override
  public Array array(TensorType type, float[] values) {
    Backend.checkCount(type, values.length);
    if (type.dtype() != DType.FLOAT32) {
      return array(type, doubles(values));
    }
    Block block = memory.allocate(type.bytes());
    new FloatPointer(block.start()).put(values);
    return new Nd4jArray(type, memory, block);
  }

  @Override
  public Array array(TensorType type, int[] values) {
    Backend.checkCount(type, values.length);
    if (type.dtype() != DType.INT32) {
      return array(type, Arrays.stream(values).asDoubleStream().toArray());
    }
    Block block = memory.allocate(type.bytes());
    new IntPointer(block.start()).put(values);
    return new Nd4jArray(type, memory, block);
  }

  @Override
  public Array array(TensorType type, FloatSource source) {
    if (type.dtype() != DType.FLOAT32) {
      return Backend.super.array(type, source);
    }
    Block block = memory.allocate(type.bytes());
    FloatPointer to = new FloatPointer(block.start());
    source.forEach(
        type.shape().size(), (first, numbers, count) -> to.position(first).put(numbers, 0, count));
    return new Nd4jArray(type, memory, block);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static int[] ints(double[] values) {
    return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
  }

  @Override
  public void close() {
    List<Executable> open;
    synchronized (executables) {
      open = new ArrayList<>(executables);
      executables.clear();
    }
    open.forEach(Executable::close);
    memory.close();
  }
}
