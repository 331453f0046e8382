package org.normscape.backend.tf;

import org.normscape.backend.natives.NativeAdviceContract;

/** What a program that uses TensorFlow is told of its environment. */
final class TensorFlowAdviceTest extends NativeAdviceContract {

  TensorFlowAdviceTest() {
    super(TensorFlowProvider.NAME, "GLIBC_TUNABLES");
  }
}
