package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Certification;
import org.normscape.contract.certificate.Extent;

/**
 * TensorFlow keeps the contract of backends on a device that is not the host, with the kernels that
 * {@link TensorFlowContractTest} asks everything: of functions a build asks the first rows of each
 * subject, and all with the system property {@code normscape.functions.all}.
 */
final class FunctionContractTest {

  private static final Extent EXTENT =
      Boolean.getBoolean("normscape.functions.all") ? Extent.STANDARD : Extent.QUICK;

  @Test
  void answersAreRight() {
    try (Backend backend = SecondProcessor.open()) {
      Certificate certificate = Certification.of(backend).asking(EXTENT).run();
      assertThat(certificate.findings()).hasSizeGreaterThan(40);
      assertThat(certificate.wrong()).isEmpty();
    }
  }
}
