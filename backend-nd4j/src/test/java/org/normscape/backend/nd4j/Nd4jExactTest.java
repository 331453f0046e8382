package org.normscape.backend.nd4j;

import org.normscape.backend.Device;
import org.normscape.contract.ExactContract;

/** ND4J has the bits of exact numerics. */
final class Nd4jExactTest extends ExactContract {

  Nd4jExactTest() {
    super(new Nd4jBackend(Device.CPU));
  }
}
