package org.normscape.backend.nd4j.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueConstantShapeBuffer;
import org.normscape.backend.BackendException;
import org.normscape.backend.audit.Processor;
import org.normscape.backend.natives.NativeEnvironment;

/**
 * ND4J's native operations, called without arrays of ND4J in between: an operation takes 0.2
 * microseconds this way, and nothing is left to the garbage collector.
 */
public final class Natives {

  /** The version whose tables of operations this backend knows. */
  public static final String VERSION = "1.0.0-M2.1";

  private static final String ARTIFACT = "org.nd4j:nd4j-native:" + VERSION;

  private final NativeOps operations;
  private final Map<String, Long> hashes;
  private final Workers workers;
  private final Map<ShapeKey, LongPointer> shapes = new ConcurrentHashMap<>();

  private record ShapeKey(DataType dtype, List<Integer> dims, List<Integer> strides) {}

  private Natives(NativeOps operations, Map<String, Long> hashes) {
    this.operations = operations;
    this.hashes = hashes;
    this.workers = new Workers(operations.ompGetMaxThreads());
  }

  /**
   * Loads the natives, once in the life of a process.
   *
   * @throws BackendException when they are not on the class path or do not fit this machine
   */
  public static Natives load() {
    try {
      checkFlavour();
      return Loaded.NATIVES;
    } catch (LinkageError e) {
      throw new BackendException(
          "nd4j: the native library must load, but it did not: %s. To fix: put %s with the classifier of this machine (such as linux-x86_64-onednn) and org.bytedeco:openblas on the class path."
              .formatted(e, ARTIFACT),
          e);
    }
  }

  /** Natives for GPUs do not know the memory of the host. */
  private static void checkFlavour() {
    ExecutionerType loaded = Nd4j.getExecutioner().type();
    if (loaded != ExecutionerType.NATIVE_CPU) {
      throw new BackendException(
          "nd4j: cpu needs ND4J's natives for the CPU, but those for %s were loaded first. To fix: use one of cpu and gpu in one process; set BACKEND_PRIORITY_CPU=1000 where both are on the class path."
              .formatted(loaded),
          null);
    }
  }

  /** Holds what is loaded when first asked for. */
  private static final class Loaded {
    static final Natives NATIVES = open();

    private static Natives open() {
      NativeEnvironment.ofThisProcess().adviseOnce("nd4j", Settings.of(Processor.ofThisMachine()));
      Nd4j.getMemoryManager().togglePeriodicGc(false);
      Map<String, Long> hashes =
          Nd4j.getExecutioner().getCustomOperations().entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().getHash()));
      return new Natives(NativeOpsHolder.getInstance().getDeviceNativeOps(), hashes);
    }
  }

  /** The entry points of the library. */
  public NativeOps operations() {
    return operations;
  }

  /** As many threads as the native operations use. */
  Workers workers() {
    return workers;
  }

  /** The number by which ND4J finds an operation of this name. */
  long hash(String operation) {
    Long hash = hashes.get(operation);
    if (hash == null) {
      throw new BackendException(
          "nd4j: %s must have the operation %s, but it has not. To fix: use that version of the artifact."
              .formatted(ARTIFACT, operation),
          null);
    }
    return hash;
  }

  /** ND4J's description of a view; it lives as long as the process. */
  LongPointer shape(DataType dtype, List<Integer> dims, List<Integer> strides) {
    return shapes.computeIfAbsent(new ShapeKey(dtype, dims, strides), this::describe);
  }

  private LongPointer describe(ShapeKey key) {
    boolean dense = View.dense(key.dims()).equals(key.strides());
    try (LongPointer dims = new LongPointer(longs(key.dims()));
        LongPointer strides = new LongPointer(longs(key.strides()))) {
      OpaqueConstantShapeBuffer buffer =
          operations.shapeBuffer(
              key.dims().size(), dims, strides, key.dtype().toInt(), 'c', dense ? 1 : 0, false);
      return new LongPointer(operations.getConstantShapeBufferPrimary(buffer));
    }
  }

  /**
   * Says so when a native operation failed.
   *
   * @throws BackendException with ND4J's own words
   */
  void check() {
    int code = operations.lastErrorCode();
    if (code != 0) {
      throw new BackendException(
          "nd4j: a native operation must succeed, but it failed with code %s: %s. To fix: report this with the program."
              .formatted(code, operations.lastErrorMessage()),
          null);
    }
  }

  private static long[] longs(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).toArray();
  }
}
