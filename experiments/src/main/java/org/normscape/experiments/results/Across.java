package org.normscape.experiments.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Claim;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.Verdict.Outcome;

/**
 * A claim of an experiment with its verdict on each backend.
 *
 * @param experiment the name of the experiment
 * @param claim what is claimed
 * @param byBackend the verdicts
 */
record Across(String experiment, Claim claim, Map<String, Verdict> byBackend) {

  Across {
    byBackend = new LinkedHashMap<>(byBackend);
  }

  /** The claims of some results, in the order of the experiments. */
  static List<Across> of(List<Result> results) {
    Map<List<Object>, Map<String, Verdict>> found = new LinkedHashMap<>();
    for (Result result : results) {
      for (Verdict verdict : result.verdicts()) {
        found
            .computeIfAbsent(
                List.of(result.spec().name(), verdict.claim()), claim -> new LinkedHashMap<>())
            .put(result.backend(), verdict);
      }
    }
    List<Across> across = new ArrayList<>();
    found.forEach(
        (claim, verdicts) ->
            across.add(new Across((String) claim.get(0), (Claim) claim.get(1), verdicts)));
    return across;
  }

  /** The outcome on which all backends agree; nothing where they do not. */
  Optional<Outcome> outcome() {
    List<Outcome> outcomes = byBackend.values().stream().map(Verdict::outcome).distinct().toList();
    return outcomes.size() == 1 ? Optional.of(outcomes.get(0)) : Optional.empty();
  }

  /** It in a line of a list. */
  String line() {
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
            claim.expected().text(),
            choice);
  }

  private String size(Verdict verdict) {
    String size = verdict.effect().map(effect -> effect.text()).orElse("not known");
    String said = outcome().isEmpty() ? " (" + verdict.outcome().text() + ")" : "";
    boolean undecided = verdict.outcome() == Outcome.NOT_DECIDABLE_HERE;
    return size + said + (undecided ? ": " + verdict.reason().replaceAll("[.]$", "") : "");
  }
}
