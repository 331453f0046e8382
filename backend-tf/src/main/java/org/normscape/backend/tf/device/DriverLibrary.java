package org.normscape.backend.tf.device;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.normscape.backend.tf.device.DriverReport.CudaVersion;
import org.normscape.backend.tf.device.Gpu.Capability;
import org.normscape.backend.tf.device.Gpu.Trial;

/**
 * The library {@code libcuda.so.1} of NVIDIA's driver, asked by its functions ("CUDA Driver API").
 * A broken driver may end the process: {@link DriverProcess} asks in one of its own.
 */
final class DriverLibrary {

  /** The file that comes with the driver, and with nothing else. */
  static final String NAME = "libcuda.so.1";

  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;
  private static final int LONGEST_NAME = 256;

  /** All functions of this process, the driver's among them once it is loaded. */
  private final NativeLibrary library = NativeLibrary.getProcess();

  private DriverLibrary() {}

  /** Loads the library and asks it; opens the GPU with this index, or all of them. */
  static DriverReport ask(int opened) {
    try {
      Loader.loadGlobal(NAME);
      return new DriverLibrary().report(opened);
    } catch (UnsatisfiedLinkError e) {
      return new DriverReport.Absent(String.valueOf(e.getMessage()));
    } catch (Failure e) {
      return new DriverReport.Refused(e.function, e.error);
    }
  }

  private DriverReport report(int opened) throws Failure {
    call("cuInit", 0);
    IntByReference version = new IntByReference();
    call("cuDriverGetVersion", version);
    IntByReference count = new IntByReference();
    call("cuDeviceGetCount", count);
    List<Gpu> gpus = new ArrayList<>();
    for (int index = 0; index < count.getValue(); index++) {
      gpus.add(gpu(index, opened == index || opened == CudaDriver.ALL));
    }
    return new DriverReport.Answered(new CudaVersion(version.getValue()), gpus);
  }

  private Gpu gpu(int index, boolean open) throws Failure {
    IntByReference device = new IntByReference();
    call("cuDeviceGet", device, index);
    int handle = device.getValue();
    LongByReference bytes = new LongByReference();
    call("cuDeviceTotalMem_v2", bytes, handle);
    Capability capability =
        new Capability(attribute(CAPABILITY_MAJOR, handle), attribute(CAPABILITY_MINOR, handle));
    return new Gpu(
        index, name(handle), bytes.getValue(), capability, open ? open(handle) : new Trial.None());
  }

  private String name(int handle) throws Failure {
    try (Memory name = new Memory(LONGEST_NAME)) {
      call("cuDeviceGetName", name, LONGEST_NAME, handle);
      return name.getString(0, StandardCharsets.UTF_8.name());
    }
  }

  private int attribute(int attribute, int handle) throws Failure {
    IntByReference value = new IntByReference();
    call("cuDeviceGetAttribute", value, attribute, handle);
    return value.getValue();
  }

  /** Opens a GPU as TensorFlow will, and closes it. */
  private Trial open(int handle) {
    try {
      PointerByReference context = new PointerByReference();
      call("cuDevicePrimaryCtxRetain", context, handle);
      call("cuCtxSetCurrent", context.getValue());
      LongByReference free = new LongByReference();
      call("cuMemGetInfo_v2", free, new LongByReference());
      call("cuDevicePrimaryCtxRelease_v2", handle);
      return new Trial.Opened(free.getValue());
    } catch (Failure e) {
      return new Trial.Failed(e.error);
    }
  }

  private void call(String function, Object... arguments) throws Failure {
    int code = library.getFunction(function).invokeInt(arguments);
    if (code != CudaError.SUCCESS) {
      throw new Failure(function, new CudaError(code, nameOf(code)));
    }
  }

  private String nameOf(int code) {
    PointerByReference name = new PointerByReference();
    boolean known =
        library.getFunction("cuGetErrorName").invokeInt(new Object[] {code, name})
            == CudaError.SUCCESS;
    return known ? name.getValue().getString(0) : "error " + code;
  }

  /** A function that returned an error. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final String function;
    private final transient CudaError error;

    Failure(String function, CudaError error) {
      super(function);
      this.function = function;
      this.error = error;
    }
  }
}
