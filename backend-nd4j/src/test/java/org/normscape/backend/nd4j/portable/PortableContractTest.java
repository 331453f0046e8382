package org.normscape.backend.nd4j.portable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.contract.Asked;
import org.normscape.contract.Question;
import org.normscape.contract.Questions;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Certification;
import org.normscape.contract.certificate.Extent;

/**
 * The portable lowering keeps the contract of backends, with ND4J's natives for the CPU. A build
 * asks the first rows of each subject and geometries that are others each time; with the system
 * property {@code normscape.portable.all} everything is asked, exact numerics among it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortableContractTest {

  private static final Extent EXTENT =
      Boolean.getBoolean("normscape.portable.all") ? Extent.STANDARD : Extent.QUICK;

  /** Every so many questions about exact bits are asked in a build. */
  private static final int FEW = 12;

  private final Backend backend = new PortableBackend("nd4j", Device.CPU);

  @Test
  void answersAreRight(TestReporter reporter) {
    long seed = Long.getLong("normscape.geometries.seed", System.nanoTime());
    reporter.publishEntry("seed of the geometries", String.valueOf(seed));

    Certificate certificate = Certification.of(backend).asking(EXTENT).from(seed).run();

    assertThat(certificate.findings()).hasSizeGreaterThan(40);
    assertThat(certificate.wrong()).as("-Dnormscape.geometries.seed=%s", seed).isEmpty();
  }

  @Test
  void exactNumericsHaveTheBitsOfTheReference() {
    int seen = 0;
    for (Question question : Questions.exactBits()) {
      if (seen++ % FEW == 0) {
        Asked.check(question, backend);
      }
    }
    assertThat(seen).isGreaterThan(FEW);
  }

  @AfterAll
  void close() {
    backend.close();
  }
}
