package org.normscape.experiments.certify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.normscape.contract.Outcome;
import org.normscape.contract.certificate.Certificate;
import org.normscape.contract.certificate.Finding;

/**
 * A certificate as text: one line for each primitive, composite and kind of program, what is wrong,
 * and one line that sums it up.
 *
 * @param name the backend, as it is chosen
 * @param certificate the certificate
 */
public record CertificateTable(String name, Certificate certificate) {

  private static final String LINE = "  %-28s %6s %7s %9s  %s";
  private static final double MANY = 1e4;

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s".formatted(name, certificate.backend().version()));
    lines.add(LINE.formatted("", "rows", "orders", "largest", "(difference ÷ what is allowed)"));
    for (Finding finding : certificate.findings()) {
      lines.add(line(finding));
      finding.complaints().forEach(outcome -> lines.add(complaint(outcome)));
    }
    lines.add(summary());
    return lines;
  }

  private static String line(Finding finding) {
    return LINE.formatted(
        finding.subject(),
        number(finding.rows()),
        orders(finding),
        difference(finding.difference()),
        verdict(finding));
  }

  private static String orders(Finding finding) {
    return finding.lowestOrder() == finding.highestOrder()
        ? String.valueOf(finding.lowestOrder())
        : finding.lowestOrder() + "-" + finding.highestOrder();
  }

  private static String verdict(Finding finding) {
    String word = finding.verdict().name().toLowerCase(Locale.ROOT);
    return finding.isRight()
        ? word
        : "%s: %s of %s".formatted(word, number(finding.wrong()), number(finding.outcomes()));
  }

  private static String complaint(Outcome outcome) {
    return "    %s, order %s, %s: %s"
        .formatted(outcome.asked(), outcome.order(), outcome.dtype(), outcome.message());
  }

  private String summary() {
    int answers = certificate.findings().stream().mapToInt(Finding::outcomes).sum();
    int rows = certificate.findings().stream().mapToInt(Finding::rows).sum();
    String asked = "%s answers in %s rows".formatted(number(answers), number(rows));
    return certificate.passed()
        ? "%s: right, %s; %s".formatted(name, asked, largest())
        : "%s: WRONG, %s of %s; see %s".formatted(name, number(wrong()), asked, subjects());
  }

  private int wrong() {
    return certificate.wrong().stream().mapToInt(Finding::wrong).sum();
  }

  private String subjects() {
    return certificate.wrong().stream().map(Finding::subject).collect(Collectors.joining(", "));
  }

  private String largest() {
    Finding worst =
        certificate.findings().stream()
            .max(Comparator.comparingDouble(Finding::difference))
            .orElseThrow();
    return "the largest difference is %s of what is allowed, in \"%s\""
        .formatted(difference(worst.difference()), worst.where());
  }

  private static String difference(double difference) {
    if (difference == 0) {
      return "0";
    }
    return String.format(Locale.ROOT, difference < MANY ? "%.3f" : "%.0e", difference);
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
