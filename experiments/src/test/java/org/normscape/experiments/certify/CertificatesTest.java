package org.normscape.experiments.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Device;
import org.normscape.contract.Outcome;
import org.normscape.contract.Verdict;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Extent;
import org.normscape.contract.certificate.Finding;
import org.normscape.ir.DType;

/** Certificates survive in their files, or count as none. */
final class CertificatesTest {

  private static final Map<String, String> KEY = Map.of("name", "nd4j", "cpu", "a fast one");
  private static final Outcome WRONG =
      new Outcome(
          "tanh",
          "tanh: all",
          "values",
          0,
          DType.FLOAT32,
          Double.POSITIVE_INFINITY,
          Verdict.WRONG,
          "must be 1, but it is 2");

  @TempDir private Path folder;

  private static KeptCertificate certificate(Extent extent, Verdict verdict) {
    List<Outcome> complaints = verdict == Verdict.RIGHT ? List.of() : List.of(WRONG);
    Finding finding =
        new Finding(
            "tanh", 3, 12, complaints.size(), 0, 2, 0.1234567890123456, "all", verdict, complaints);
    BackendInfo info = new BackendInfo("nd4j", "1", Device.CPU, Map.of());
    return KeptCertificate.of(
        new Certificate(info, extent, 7, List.of(finding)), KEY, "2026-11-22");
  }

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.reduce((one, other) -> fail(one, other)).orElseThrow();
    }
  }

  private static Path fail(Path one, Path other) {
    throw new AssertionError("must be one file, but there are " + one + " and " + other);
  }

  @Test
  void whatIsKeptIsFound() throws IOException {
    Certificates certificates = new Certificates(folder);
    assertThat(certificates.find(KEY)).isEmpty();
    KeptCertificate wrong = certificate(Extent.ALL, Verdict.WRONG);
    certificates.keep(wrong);
    assertThat(certificates.find(KEY)).contains(wrong);
    assertThat(wrong.describe()).isEqualTo("certified on 2026-11-22 (--all), and not right: tanh");
    assertThat(certificates.find(Map.of("name", "nd4j", "cpu", "another"))).isEmpty();
    assertThat(only()).isRegularFile();
  }

  @Test
  void aDamagedFileCountsAsNone() throws IOException {
    Certificates certificates = new Certificates(folder);
    certificates.keep(certificate(Extent.STANDARD, Verdict.RIGHT));
    String text = Files.readString(only());
    for (String damaged :
        List.of(
            "",
            "nonsense",
            text.substring(0, text.length() - 9),
            text.replace("2026-11-22", "2026-11-23"),
            text.replace("\"tanh\"", "\"tank\""))) {
      Files.writeString(only(), damaged);
      assertThat(certificates.find(KEY)).as(damaged).isEmpty();
    }
    certificates.keep(certificate(Extent.QUICK, Verdict.RIGHT));
    assertThat(certificates.find(KEY)).contains(certificate(Extent.QUICK, Verdict.RIGHT));
  }

  @Test
  void aQuickOneDoesNotReplaceAFullerOneUnlessItIsWrong() throws IOException {
    Certificates certificates = new Certificates(folder);
    certificates.keep(certificate(Extent.STANDARD, Verdict.RIGHT));
    certificates.keep(certificate(Extent.QUICK, Verdict.RIGHT));
    assertThat(certificates.find(KEY).orElseThrow().extent()).isEqualTo(Extent.STANDARD);
    certificates.keep(certificate(Extent.QUICK, Verdict.WRONG));
    assertThat(certificates.find(KEY).orElseThrow().passed()).isFalse();
    certificates.keep(certificate(Extent.QUICK, Verdict.RIGHT));
    assertThat(certificates.find(KEY).orElseThrow().passed()).isTrue();
  }

  @Test
  void theKeyForgetsThreadsAndKnowsTheProcessor() {
    BackendInfo info =
        new BackendInfo("nd4j", "1", Device.CPU, Map.of("omp.threads", "2", "build", "b"));
    assertThat(CertificateKey.of(info))
        .containsEntry("name", "nd4j")
        .containsEntry("build", "b")
        .containsKeys("normscape", "os")
        .doesNotContainKeys("omp.threads", "threads");
  }
}
