package org.normscape.backend.nd4j;

import org.normscape.backend.Device;
import org.normscape.contract.BackendContract;

/** ND4J under the contract of every backend. */
final class Nd4jBackendTest extends BackendContract {

  Nd4jBackendTest() {
    super(new Nd4jBackend(Device.CPU));
  }
}
