package org.normscape.reference;

import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Device;

/** Opens the reference backend. */
public final class ReferenceProvider implements BackendProvider {

  @Override
  public String name() {
    return ReferenceBackend.NAME;
  }

  @Override
  public Backend open(Device device) {
    if (!device.equals(Device.CPU)) {
      throw new BackendException(
          "reference: the device must be cpu, but it is %s. To fix: set device = cpu, or choose another backend."
              .formatted(device),
          null);
    }
    return new ReferenceBackend();
  }
}
