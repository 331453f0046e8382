package org.normscape.experiments.results;

import java.util.ArrayList;
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

  /**
   * The page.
   *
   * @param command the command that made it
   */
  static String of(List<Result> results, String command) {
    List<Across> claims = Across.of(results);
    StringBuilder page = new StringBuilder();
    page.append("# What the claims of the papers look like when measured\n\n");
    page.append(introduction(claims, command));
    HEADINGS.forEach(
        (outcome, heading) ->
            section(
                page,
                heading,
                claims.stream().filter(c -> c.outcome().equals(Optional.of(outcome))).toList()));
    section(
        page,
        "Where the backends do not agree",
        claims.stream().filter(claim -> claim.outcome().isEmpty()).toList());
    section(
        page,
        "What turns on a choice that the paper left open",
        claims.stream().filter(claim -> !claim.claim().turnsOn().isEmpty()).toList());
    page.append("\n## The experiments\n\n").append(experiments(results));
    return page.toString();
  }

  private static String introduction(List<Across> claims, String command) {
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
        Made by `%s`. Of %s claims: %s; on %s the backends do not agree.

        An effect is measured in each seed. Brackets hold its 95 %% interval over the seeds (Student's t; of the
        logarithms for ratios). A claim is reproduced when the whole interval lies where it is expected, and not decidable
        here when the interval contains the bound, or when a network that it is about diverged or never left its initial
        plateau: over the last tenth of the steps its training loss is not below 95 %% of the first one.
        """
        .formatted(
            command,
            claims.size(),
            counts,
            claims.stream().filter(claim -> claim.outcome().isEmpty()).count());
  }

  private static void section(StringBuilder page, String heading, List<Across> claims) {
    if (!claims.isEmpty()) {
      page.append("\n## ").append(heading).append("\n\n");
      claims.forEach(claim -> page.append(claim.line()).append('\n'));
    }
  }

  private static String experiments(List<Result> results) {
    List<List<String>> rows = new ArrayList<>();
    for (Result result : results) {
      String name = result.spec().name();
      rows.add(
          List.of(
              "[%s](%s.md)".formatted(name, name),
              Markdown.text(result.spec().title()),
              result.backend(),
              result.run().flatMap(Costs::of).map(Costs::text).orElse(""),
              result.problem().isEmpty()
                  ? "complete"
                  : "failed: " + Markdown.text(result.problem())));
    }
    return Markdown.table(List.of("Experiment", "What", "Backend", "Took", "State"), rows);
  }
}
