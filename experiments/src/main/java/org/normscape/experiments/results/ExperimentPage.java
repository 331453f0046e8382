package org.normscape.experiments.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of one experiment: what it does, its claims, its figures, and how it was made. */
final class ExperimentPage {

  private final List<Summary> summaries;
  private final StringBuilder page = new StringBuilder();

  private ExperimentPage(List<Summary> summaries) {
    this.summaries = summaries;
  }

  /**
   * The page.
   *
   * @param summaries those of the experiment, one a backend
   */
  static String of(List<Summary> summaries) {
    ExperimentPage page = new ExperimentPage(summaries);
    page.head(summaries.get(0));
    summaries.forEach(page::claims);
    page.figures();
    page.provenance();
    return page.page.toString();
  }

  private void head(Summary summary) {
    page.append("# %s\n\n".formatted(Markdown.text(summary.title())));
    if (!summary.comparedWith().isEmpty()) {
      page.append("To compare with: %s.\n\n".formatted(Markdown.text(summary.comparedWith())));
    }
    page.append(Markdown.text(summary.description())).append("\n\n");
    page.append("[All results](README.md)\n");
  }

  private void claims(Summary summary) {
    page.append("\n## Claims on %s\n\n".formatted(summary.backend()));
    if (!summary.problem().isEmpty()) {
      page.append("There is no run: %s\n".formatted(Markdown.text(summary.problem())));
    } else if (summary.findings().isEmpty()) {
      page.append("The experiment claims nothing at scale %s.\n".formatted(summary.scale()));
    } else {
      page.append(
          Markdown.table(
              List.of("Verdict", "Claim", "Effect", "Expected", "Why so judged", "Beside it"),
              summary.findings().stream().map(ExperimentPage::row).toList()));
    }
    summary.divergences().forEach(line -> page.append("\n" + Markdown.text(line) + "\n"));
  }

  private static List<String> row(Finding finding) {
    String place = finding.place();
    return List.of(
        finding.outcome().symbol() + " " + finding.outcome().text(),
        Markdown.text(finding.sentence() + (place.isEmpty() ? "" : " (" + place + ")")),
        finding.size() + ": " + Markdown.text(finding.measured()),
        finding.expected(),
        Markdown.text(finding.reason()),
        finding.beside().stream().map(Markdown::text).collect(Collectors.joining("<br>")));
  }

  /** Figures of one title stand together, one a backend, under what is said of the first. */
  private void figures() {
    summaries.stream()
        .flatMap(summary -> summary.figures().stream())
        .collect(
            Collectors.groupingBy(Illustration::title, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::figure);
  }

  private void figure(String title, List<Illustration> figures) {
    page.append("\n## %s\n\n".formatted(Markdown.text(title)));
    figures.forEach(
        figure ->
            page.append(
                "![%s](%s)\n\n".formatted(Markdown.text(figure.alternative()), figure.file())));
    page.append(Markdown.text(figures.get(0).caption())).append("\n\n");
    figures
        .get(0)
        .notes()
        .forEach(
            note ->
                page.append(
                    "- **%s**: %s\n"
                        .formatted(Markdown.text(note.name()), Markdown.text(note.text()))));
  }

  private void provenance() {
    List<Summary> made = summaries.stream().filter(it -> it.problem().isEmpty()).toList();
    if (made.isEmpty()) {
      return;
    }
    List<String> heads = new ArrayList<>(List.of(""));
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Summary summary : made) {
      heads.add(summary.backend());
      summary
          .made()
          .rows()
          .forEach((name, text) -> rows.computeIfAbsent(name, ExperimentPage::cells).add(text));
    }
    page.append("\n## How it was made\n\n")
        .append(Markdown.table(heads, List.copyOf(rows.values())));
  }

  private static List<String> cells(String name) {
    return new ArrayList<>(List.of(name));
  }
}
