package org.normscape.backend.tf;

import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.contract.ExactContract;

/** TensorFlow has the bits of exact numerics. */
final class TensorFlowExactTest extends ExactContract {

  TensorFlowExactTest() {
    super(Backends.raw("tensorflow", Device.CPU));
  }
}
