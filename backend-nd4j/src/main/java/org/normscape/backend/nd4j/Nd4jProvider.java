package org.normscape.backend.nd4j;

import java.util.Map;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Device;

/** Opens the backend "nd4j" without dependency injection. */
public final class Nd4jProvider implements BackendProvider {

  @Override
  public String name() {
    return Nd4jBackend.NAME;
  }

  @Override
  public Backend open(Device device) {
    return Nd4jDevices.open(device);
  }

  @Override
  public Map<String, String> describeDevices() {
    return Nd4jDevices.describe();
  }
}
