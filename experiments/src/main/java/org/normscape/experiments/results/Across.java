package org.normscape.experiments.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Verdict.Outcome;

/**
 * A claim of an experiment with what became of it on each backend.
 *
 * @param experiment the name of the experiment
 * @param byBackend what became of it, at least one
 */
record Across(String experiment, Map<String, Finding> byBackend) {

  Across {
    byBackend = new LinkedHashMap<>(byBackend);
  }

  /** The claims of some experiments, in their order. */
  static List<Across> of(List<Summary> summaries) {
    Map<List<String>, Map<String, Finding>> found = new LinkedHashMap<>();
    for (Summary summary : summaries) {
      for (Finding finding : summary.findings()) {
        found
            .computeIfAbsent(
                List.of(summary.experiment(), finding.sentence(), finding.place()),
                claim -> new LinkedHashMap<>())
            .put(summary.backend(), finding);
      }
    }
    List<Across> across = new ArrayList<>();
    found.forEach((claim, findings) -> across.add(new Across(claim.get(0), findings)));
    return across;
  }

  /** The choice that the paper leaves open and on which the verdict turns; may be empty. */
  String turnsOn() {
    return claim().turnsOn();
  }

  private Finding claim() {
    return byBackend.values().iterator().next();
  }

  /** The outcome on which all backends agree; nothing where they do not. */
  Optional<Outcome> outcome() {
    Set<Outcome> outcomes = outcomes();
    return outcomes.size() == 1 ? outcomes.stream().findFirst() : Optional.empty();
  }

  /** Whether some backends decide it and others do not, though none contradicts another. */
  boolean isDecidedBySome() {
    return outcome().isEmpty() && !isContradicted();
  }

  /** Whether two backends decide it in different ways. */
  boolean isContradicted() {
    Set<Outcome> decided = outcomes();
    decided.remove(Outcome.NOT_DECIDABLE_HERE);
    return decided.size() > 1;
  }

  private Set<Outcome> outcomes() {
    return byBackend.values().stream()
        .map(Finding::outcome)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** It in a line of a list. */
  String line() {
    Finding claim = claim();
    String place = claim.place().isEmpty() ? "" : Markdown.text(claim.place()) + ", ";
    String effects =
        byBackend.entrySet().stream()
            .map(one -> "%s %s".formatted(one.getKey(), size(one.getValue())))
            .collect(Collectors.joining("; "));
    String choice =
        claim.turnsOn().isEmpty() ? "" : " It turns on " + Markdown.text(claim.turnsOn()) + ".";
    return "- %s (%s[%s](%s.md)) Effect: %s; expected %s.%s"
        .formatted(
            Markdown.text(claim.sentence()),
            place,
            experiment,
            experiment,
            Markdown.text(effects),
            claim.expected(),
            choice);
  }

  private String size(Finding finding) {
    String said = outcome().isEmpty() ? " (" + finding.outcome().text() + ")" : "";
    boolean undecided = finding.outcome() == Outcome.NOT_DECIDABLE_HERE;
    return finding.effect()
        + said
        + (undecided ? ": " + finding.reason().replaceAll("[.]$", "") : "");
  }
}
