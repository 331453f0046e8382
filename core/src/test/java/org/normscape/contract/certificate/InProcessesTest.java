package org.normscape.contract.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Device;
import org.normscape.contract.Outcome;
import org.normscape.contract.Verdict;
import org.normscape.reference.ReferenceBackend;

/** Whether a kernel that ends its process is a finding, and not the end of a certification. */
final class InProcessesTest {

  private static final String CLASS_PATH = "java.class.path";
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

  private final String classPath = System.getProperty(CLASS_PATH, "");

  @TempDir private Path folder;

  /** Lets the other process find the backend that dies. */
  @BeforeEach
  void extendClassPath() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve(BackendProvider.class.getName()), DyingProvider.class.getName());
    System.setProperty(CLASS_PATH, classPath + File.pathSeparator + folder);
  }

  @AfterEach
  void restoreClassPath() {
    System.setProperty(CLASS_PATH, classPath);
  }

  @Test
  void aCrashIsAFindingAndTheOthersAreAskedAllTheSame() {
    Certificate certificate =
        Certification.apart(DyingProvider.NAME, Device.CPU, OPTIONS)
            .asking(Extent.QUICK)
            .from(3)
            .run();
    Certificate alive = Certification.of(new ReferenceBackend()).asking(Extent.QUICK).from(3).run();
    assertThat(certificate.backend()).isEqualTo(alive.backend());
    assertThat(certificate.seed()).isEqualTo(3);
    assertThat(certificate.wrong())
        .allSatisfy(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
              assertThat(finding.complaints())
                  .extracting(Outcome::message)
                  .allMatch(InProcessesTest::tellsOfTheEnd);
            })
        .extracting(Finding::subject)
        .containsExactly("tanh");
    assertThat(certificate.findings())
        .filteredOn(Finding::isRight)
        .hasSizeGreaterThan(40)
        .isSubsetOf(alive.findings());
    assertThat(certificate.findings())
        .extracting(Finding::subject)
        .containsExactlyInAnyOrderElementsOf(
            alive.findings().stream().map(Finding::subject).toList());
  }

  private static boolean tellsOfTheEnd(String message) {
    return message.endsWith("must be computed, but its process ended with status 139")
        || message.endsWith(
            "must be computed, but it was not asked: others like it ended their process");
  }

  @Test
  void whatDoesNotOpenIsSaid() {
    assertThatThrownBy(() -> Certification.apart(DyingProvider.NAME, Device.gpu(0), OPTIONS).run())
        .isInstanceOf(BackendException.class)
        .hasMessage("device: must be cpu, but it is gpu. To fix: use cpu.");
    assertThatThrownBy(
            () ->
                Certification.apart(DyingProvider.NAME, Device.CPU, List.of("-XX:NoSuchOption"))
                    .run())
        .isInstanceOf(BackendException.class)
        .hasMessageStartingWith(
            "dying: must open on cpu, but its process ended with status 1. To fix: ");
  }
}
