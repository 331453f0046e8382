package org.normscape.backend.tf;

import org.normscape.contract.BackendContract;

/** TensorFlow keeps the contract of backends on a device that is not the host. */
final class FunctionContractTest extends BackendContract {

  FunctionContractTest() {
    super(SecondProcessor.open());
  }
}
