package org.normscape.experiments.report.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.Verdict.Outcome;

/**
 * The claims of several runs.
 *
 * @param runs the runs
 */
public record ClaimsOverview(List<JudgedRun> runs) {

  public ClaimsOverview {
    runs = List.copyOf(runs);
  }

  /** All of it in lines of text: for each run its verdicts, and at the end how many of each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (JudgedRun run : runs) {
      lines.add(run.heading());
      if (!run.unjudged().isEmpty()) {
        lines.add("  " + run.unjudged());
      } else if (run.verdicts().isEmpty()) {
        lines.add("  It claims nothing at this scale.");
      }
      run.verdicts().forEach(verdict -> lines.addAll(lines(verdict)));
      lines.add("");
    }
    lines.add(count());
    return lines;
  }

  private static List<String> lines(Verdict verdict) {
    String place = verdict.claim().place();
    return List.of(
        "  %s %s: %s%s"
            .formatted(
                verdict.outcome().symbol(),
                verdict.outcome().text(),
                verdict.claim().sentence(),
                place.isEmpty() ? "" : " (" + place + ")"),
        "    " + verdict.evidence(),
        "    " + verdict.reason());
  }

  /** How many claims there are of each verdict, in one line. */
  public String count() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    runs.stream()
        .flatMap(run -> run.verdicts().stream())
        .forEach(verdict -> counts.merge(verdict.outcome(), 1, Integer::sum));
    String said =
        counts.entrySet().stream()
            .map(count -> "%s %s".formatted(count.getValue(), count.getKey().text()))
            .collect(Collectors.joining(", "));
    return "%s%s %s in %s %s"
        .formatted(
            said.isEmpty() ? "" : said + ": ",
            counts.values().stream().mapToInt(count -> count).sum(),
            "claims",
            runs.size(),
            runs.size() == 1 ? "run" : "runs");
  }

  /** All of it as maps, lists and texts: one entry for each claim of each run. */
  public List<Map<String, Object>> tree() {
    return runs.stream().flatMap(run -> run.tree().stream()).toList();
  }
}
