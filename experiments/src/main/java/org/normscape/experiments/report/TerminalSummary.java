package org.normscape.experiments.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.report.study.Study;
import org.normscape.experiments.report.study.SummaryRow;

/** A study in about one screen of text. */
final class TerminalSummary {

  /** The least width of the column of labels. */
  private static final int LABELS = 31;

  private final Study study;
  private final StringBuilder text = new StringBuilder();

  private TerminalSummary(Study study) {
    this.study = study;
  }

  static String of(Study study) {
    TerminalSummary summary = new TerminalSummary(study);
    summary.text.append(study.title()).append('\n');
    study.runs().forEach(summary::run);
    summary.table();
    study.subjects().forEach(summary::claims);
    return summary.text.toString();
  }

  private void run(RunRecord run) {
    text.append("%s: %s\n".formatted(run.name(), Facts.line(run)));
    String digest = run.provenance().path("digest").asText();
    if (!digest.isEmpty() && run.setting("numerics").equals(Optional.of("exact"))) {
      text.append("digest %s, the same on every backend\n".formatted(digest));
    }
  }

  private void table() {
    Metrics metrics = study.metrics();
    if (metrics.cells().isEmpty()) {
      text.append("\nNothing has been measured yet.\n");
      return;
    }
    List<SummaryRow> rows = SummaryRow.measured(metrics);
    int cells = metrics.cells().stream().mapToInt(String::length).max().orElseThrow();
    int labels = rows.stream().mapToInt(row -> row.label().length()).max().orElse(1);
    int width = Math.max(LABELS, labels);
    text.append('\n');
    for (SummaryRow row : rows) {
      String label = row.label();
      for (String cell : metrics.cells()) {
        text.append(
            ("%-" + width + "s %-" + cells + "s  %s\n")
                .formatted(label, cell, Numbers.text(row.of(metrics, cell))));
        label = "";
      }
    }
    Facts.divergences(metrics).forEach(line -> text.append(line).append('\n'));
  }

  private static String verdict(Verdict verdict) {
    String confounders =
        verdict.confounders().stream()
            .map(confounder -> "\n    beside it: " + confounder.text())
            .collect(Collectors.joining());
    return "\n  %s %s: %s\n    %s\n    %s%s"
        .formatted(
            verdict.outcome().symbol(),
            verdict.outcome().text(),
            verdict.claim().sentence(),
            verdict.evidence(),
            verdict.reason(),
            confounders);
  }

  private void claims(Study.Subject subject) {
    List<Verdict> verdicts = subject.verdicts();
    if (!subject.unjudged().isEmpty()) {
      text.append('\n').append(subject.unjudged()).append('\n');
    }
    if (verdicts.isEmpty()) {
      return;
    }
    text.append("\nclaims")
        .append(study.subjects().size() == 1 ? "" : " in " + subject.run().name());
    text.append(
        verdicts.stream().map(TerminalSummary::verdict).collect(Collectors.joining("", "", "\n")));
  }
}
