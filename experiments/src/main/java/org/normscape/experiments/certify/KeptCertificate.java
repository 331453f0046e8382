package org.normscape.experiments.certify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Extent;
import org.normscape.contract.certificate.Finding;

/**
 * A certificate as files keep it.
 *
 * @param key what it holds for
 * @param date the day on which it was made
 * @param extent how much was asked
 * @param seed the seed of the random geometries
 * @param passed whether everything was right
 * @param findings what was found about each primitive, composite and kind of program
 */
public record KeptCertificate(
    Map<String, String> key,
    String date,
    Extent extent,
    long seed,
    boolean passed,
    List<Finding> findings) {

  public KeptCertificate {
    key = new TreeMap<>(key);
    findings = List.copyOf(findings);
  }

  /** A certificate made today. */
  public static KeptCertificate of(Certificate certificate, Map<String, String> key, String today) {
    return new KeptCertificate(
        key,
        today,
        certificate.extent(),
        certificate.seed(),
        certificate.passed(),
        certificate.findings());
  }

  /** Whether it says more than another one for the same. */
  boolean outweighs(KeptCertificate other) {
    return !passed || !other.passed || extent.compareTo(other.extent) >= 0;
  }

  /** It in a few words. */
  public String describe() {
    return passed
        ? "certified on " + date + asked()
        : "certified on %s%s, and not right: %s".formatted(date, asked(), wrong());
  }

  private String asked() {
    return switch (extent) {
      case QUICK -> " (--quick)";
      case STANDARD -> "";
      case ALL -> " (--all)";
    };
  }

  private String wrong() {
    return findings.stream()
        .filter(finding -> !finding.isRight())
        .map(Finding::subject)
        .collect(Collectors.joining(", "));
  }
}
