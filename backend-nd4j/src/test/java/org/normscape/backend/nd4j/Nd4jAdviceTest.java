package org.normscape.backend.nd4j;

import org.normscape.backend.natives.NativeAdviceContract;

/** What a program that uses ND4J is told of its environment. */
final class Nd4jAdviceTest extends NativeAdviceContract {

  Nd4jAdviceTest() {
    super(Nd4jBackend.NAME, "GLIBC_TUNABLES", "GOMP_SPINCOUNT", "OPENBLAS_THREAD_TIMEOUT");
  }
}
