package org.normscape.experiments.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Verdict.Outcome;

/** The index of the results: all claims in plain words, sorted by what became of them. */
final class IndexPage {

  private static final Map<Outcome, String> HEADINGS = new LinkedHashMap<>();

  static {
    HEADINGS.put(Outcome.REPRODUCED, "What held");
    HEADINGS.put(Outcome.NOT_REPRODUCED, "What did not hold");
    HEADINGS.put(Outcome.REVERSED, "What came out the other way round");
    HEADINGS.put(Outcome.NOT_DECIDABLE_HERE, "What cannot be decided here");
  }

  private IndexPage() {}

  /** The page. */
  static String of(Summaries summaries) {
    List<Across> claims = Across.of(summaries.all());
    StringBuilder page = new StringBuilder();
    page.append("# What the claims of the papers look like when measured\n\n");
    page.append(introduction(claims));
    HEADINGS.forEach(
        (outcome, heading) ->
            section(
                page,
                heading,
                claims.stream().filter(c -> c.outcome().equals(Optional.of(outcome))).toList()));
    section(
        page,
        "What some backends decide and others do not",
        claims.stream().filter(Across::isDecidedBySome).toList());
    section(
        page,
        "Where the backends contradict each other",
        claims.stream().filter(Across::isContradicted).toList());
    section(
        page,
        "What turns on a choice that the paper left open",
        claims.stream().filter(claim -> !claim.turnsOn().isEmpty()).toList());
    page.append("\n## The experiments\n\n").append(experiments(summaries.all()));
    return page.toString();
  }

  private static String introduction(List<Across> claims) {
    String counts =
        HEADINGS.keySet().stream()
            .map(
                outcome ->
                    "%s %s"
                        .formatted(
                            claims.stream()
                                .filter(c -> c.outcome().equals(Optional.of(outcome)))
                                .count(),
                            outcome.text()))
            .collect(Collectors.joining(", "));
    return """
        Made by `normscape reproduce`, which replaces what it runs again and keeps the rest: the page of each experiment says by which
        commands, when and on which machine. Of %s claims: %s, %s decided
        on some backends and not on others; on %s the backends contradict each other.

        An effect is measured in each seed. Brackets hold its 95 %% interval over the seeds (Student's t; of the
        logarithms for ratios). A claim is reproduced when the whole interval lies where it is expected, and not decidable
        here when the interval contains the bound, or when a network that it is about diverged or never left its initial
        plateau: over the last tenth of the steps its training loss is not below 95 %% of the first one.
        """
        .formatted(
            claims.size(),
            counts,
            claims.stream().filter(Across::isDecidedBySome).count(),
            claims.stream().filter(Across::isContradicted).count());
  }

  private static void section(StringBuilder page, String heading, List<Across> claims) {
    if (!claims.isEmpty()) {
      page.append("\n## ").append(heading).append("\n\n");
      claims.forEach(claim -> page.append(claim.line()).append('\n'));
    }
  }

  private static String experiments(List<Summary> summaries) {
    List<List<String>> rows =
        summaries.stream()
            .map(
                it ->
                    List.of(
                        "[%s](%s.md)".formatted(it.experiment(), it.experiment()),
                        Markdown.text(it.title()),
                        it.backend(),
                        it.scale(),
                        it.made().took().map(Costs::text).orElse(""),
                        Markdown.text(it.made().processor()),
                        Markdown.text(it.made().normscape()),
                        it.problem().isEmpty()
                            ? "complete"
                            : "failed: " + Markdown.text(it.problem())))
            .toList();
    return Markdown.table(
        List.of(
            "Experiment", "What", "Backend", "Scale", "Took", "Processor", "Normscape", "State"),
        rows);
  }
}
