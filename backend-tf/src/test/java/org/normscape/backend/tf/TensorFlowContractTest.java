package org.normscape.backend.tf;

import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.contract.BackendContract;

/** TensorFlow keeps the contract of backends. */
final class TensorFlowContractTest extends BackendContract {

  TensorFlowContractTest() {
    super(Backends.raw("tensorflow", Device.CPU));
  }
}
