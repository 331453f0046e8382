package org.normscape.backend.tf.device;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * TensorFlow's switches for the arithmetic of GPUs. They hold for the whole process, and TensorFlow
 * has to be loaded. Both are exported under their C++ names, and nowhere in the C interface.
 */
public final class KernelSwitches {

  private static final String SET_TF32 = "_ZN3tsl32enable_tensor_float_32_executionEb";
  private static final String GET_TF32 = "_ZN3tsl33tensor_float_32_execution_enabledEv";
  static final String SET_DETERMINISM = "_ZN3tsl19EnableOpDeterminismEb";
  private static final String GET_DETERMINISM = "_ZN3tsl21OpDeterminismRequiredEv";

  private static final AtomicReference<Device.@Nullable Products> CHOSEN = new AtomicReference<>();

  private KernelSwitches() {}

  /**
   * Chooses how products of float32 are computed: TensorFlow takes TF32 unless told otherwise.
   *
   * @throws BackendException when this process has chosen otherwise before
   */
  public static void choose(Device device) {
    Device.Products before =
        CHOSEN.updateAndGet(chosen -> chosen == null ? device.products() : chosen);
    if (before != device.products()) {
      throw Refusal.of(
          "a process computes all products of float32 in one way, here %s, but %s asks for the other",
          "use one of them in a process", before, device);
    }
    set(SET_TF32, device.products() == Device.Products.TF32);
  }

  /** Whether products of float32 round their factors to TF32 where the GPU can. */
  public static boolean isTf32() {
    return get(GET_TF32);
  }

  /** Chooses kernels that give the same bits each time, and no others. */
  public static void deterministic() {
    set(SET_DETERMINISM, true);
  }

  /** Whether kernels give the same bits each time. */
  public static boolean isDeterministic() {
    return get(GET_DETERMINISM);
  }

  static void set(String symbol, boolean value) {
    function(symbol).invokeVoid(new Object[] {value ? 1 : 0});
  }

  /** C++ returns a truth value in the lowest byte. */
  private static boolean get(String symbol) {
    return (function(symbol).invokeInt(new Object[0]) & 0xFF) != 0;
  }

  private static Function function(String symbol) {
    org.bytedeco.javacpp.Pointer address = Loader.addressof(symbol);
    if (address == null || address.isNull()) {
      throw new BackendException(
          "tensorflow: its natives must export %s, but they do not. To fix: use the version of TensorFlow that this backend names, or cpu."
              .formatted(symbol),
          null);
    }
    return Function.getFunction(new Pointer(address.address()));
  }
}
