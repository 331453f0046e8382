package org.normscape.backend.tf;

import org.normscape.contract.ExactContract;

/** TensorFlow has the bits of exact numerics on a device that is not the host. */
final class FunctionExactTest extends ExactContract {

  FunctionExactTest() {
    super(SecondProcessor.open());
  }
}
