package org.normscape.backend.tf;

import org.normscape.backend.Device;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.backend.tf.runtime.FunctionRuntime;
import org.normscape.backend.tf.runtime.NativeLibrary;
import org.tensorflow.proto.ConfigProto;

/**
 * The second of two processors that TensorFlow is told this machine has: a device that is not the
 * host, as a GPU is, with the kernels of the host.
 */
final class SecondProcessor {

  static final String HOST = "/job:localhost/replica:0/task:0/device:CPU:0";
  static final String NAME = "/job:localhost/replica:0/task:0/device:CPU:1";

  private static final Device DEVICE = new Device(Device.Kind.CPU, 1, Device.Products.FLOAT32);

  private SecondProcessor() {}

  static FunctionRuntime runtime() {
    ConfigProto two =
        NativeLibrary.configuration(DEVICE).toBuilder().putDeviceCount("CPU", 2).build();
    return new FunctionRuntime(NativeLibrary.specification(DEVICE), two);
  }

  static TensorFlowBackend open() {
    return over(runtime());
  }

  static TensorFlowBackend over(DeviceRuntime<?> runtime) {
    return new TensorFlowBackend(NativeLibrary.load(DEVICE), runtime);
  }
}
