package org.normscape.backend.tf;

import java.util.Map;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Device;
import org.normscape.backend.tf.device.Gpus;

/** Opens TensorFlow for {@link org.normscape.backend.Backends}. */
public final class TensorFlowProvider implements BackendProvider {

  public static final String NAME = "tensorflow";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Backend open(Device device) {
    return new TensorFlowBackend(device);
  }

  @Override
  public Map<String, String> describeDevices() {
    return Gpus.ofThisMachine().describe();
  }
}
