package org.normscape.backend.tf.device;

import java.io.Serializable;
import java.util.Locale;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * A GPU as NVIDIA's driver describes it.
 *
 * @param index which one, from 0, in the order of CUDA
 * @param name the model
 * @param memory how much it has, in bytes
 * @param capability what its instructions are
 * @param trial what came of opening it
 */
record Gpu(int index, String name, long memory, Capability capability, Trial trial)
    implements Serializable {

  private static final double GIBIBYTE = 1L << 30;

  /**
   * A compute capability: the version of a GPU's instructions.
   *
   * @param major the architecture, such as 9 for Hopper
   * @param minor its variant
   */
  record Capability(int major, int minor) implements Serializable {
    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  /** What came of opening a GPU. */
  sealed interface Trial extends Serializable {

    /**
     * Says so when it did not open.
     *
     * @throws BackendException with the reason
     */
    void check(Device device);

    /** What came of it, for people. */
    String describe();

    /** Nobody tried. */
    record None() implements Trial {
      @Override
      public void check(Device device) {}

      @Override
      public String describe() {
        return "not opened";
      }
    }

    /**
     * It opened.
     *
     * @param free the memory that no process holds, in bytes
     */
    record Opened(long free) implements Trial {
      @Override
      public void check(Device device) {}

      @Override
      public String describe() {
        return size(free) + " free";
      }
    }

    /** It did not open. */
    record Failed(CudaError error) implements Trial {
      @Override
      public void check(Device device) {
        throw switch (error.code()) {
          case CudaError.OUT_OF_MEMORY ->
              Refusal.of(
                  "%s needs memory, but other processes hold all of it",
                  "end them (nvidia-smi names them), or choose another GPU", device);
          case CudaError.DEVICE_UNAVAILABLE ->
              Refusal.of(
                  "%s must be free, but another process has it to itself",
                  "end that process (nvidia-smi names it), or allow several with nvidia-smi --compute-mode=DEFAULT",
                  device);
          default ->
              Refusal.of(
                  "%s must open, but NVIDIA's driver says %s",
                  "see what nvidia-smi says", device, error.name());
        };
      }

      @Override
      public String describe() {
        return "does not open: " + error.name();
      }
    }
  }

  /** Model, memory and compute capability, which do not change from run to run. */
  String describe() {
    return "%s, %s, compute capability %s".formatted(name, size(memory), capability);
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }
}
