package org.normscape.backend.tf;

import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.contract.Asked;
import org.normscape.contract.Questions;

/** TensorFlow has the bits of exact numerics on a device that is not the host. */
final class FunctionExactTest {

  @Test
  void bitsAreThoseOfTheReference() {
    try (Backend backend = SecondProcessor.open()) {
      Questions.exactBitsOfThreads().forEach(question -> Asked.check(question, backend));
    }
  }
}
