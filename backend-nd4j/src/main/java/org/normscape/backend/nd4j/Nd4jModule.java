package org.normscape.backend.nd4j;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoMap;
import com.google.inject.multibindings.StringMapKey;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;

/**
 * Adds the backend "nd4j" to an injector that binds {@link Device}; the natives load when it is
 * asked for.
 */
public final class Nd4jModule extends AbstractModule {

  @ProvidesIntoMap
  @StringMapKey(Nd4jBackend.NAME)
  static Backend nd4j(Device device) {
    return Nd4jDevices.open(device);
  }
}
