package org.normscape.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as JSON: every sample and every loss that was watched, what is computed from them, and
 * the machine.
 */
public final class Document {

  private Document() {}

  /** What is written: names to numbers, texts, lists and further maps. */
  public static Map<String, Object> of(Answer answer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("question", answer.question().name());
    document.put("sentence", answer.question().sentence());
    document.put("unit", answer.question().unit().symbol());
    document.put("scale", answer.scale().name().toLowerCase(Locale.ROOT));
    document.put("environment", answer.environment());
    document.put("ceiling", answer.ceiling());
    document.put("complaints", answer.complaints());
    document.put("cases", answer.outcomes().stream().map(o -> outcome(answer, o)).toList());
    return document;
  }

  private static Map<String, Object> outcome(Answer answer, Outcome outcome) {
    Case asked = outcome.asked();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("work", asked.work().name());
    map.put("size", asked.work().size());
    map.put("cost", asked.work().cost().get());
    map.put("contender", asked.label());
    map.put("role", asked.role());
    map.put("allocator", asked.allocator());
    if (outcome.isMeasured()) {
      map.put("spread", outcome.spread());
      map.put("peakBytes", outcome.peakBytes());
      map.put("dividedBy", ratios(answer, outcome));
      map.put("verdictsOnDivisors", verdictsOnDivisors(answer, outcome));
    } else {
      map.put("failure", outcome.failure());
    }
    map.put("rounds", outcome.visits().stream().map(Visit::samples).toList());
    map.put("losses", outcome.visits().stream().map(v -> v.witness().losses()).toList());
    map.put("verdict", answer.agreement(outcome).verdict(outcome));
    return map;
  }

  private static Map<String, Spread> ratios(Answer answer, Outcome outcome) {
    Map<String, Spread> ratios = new LinkedHashMap<>();
    List<String> rivals = answer.rivals();
    for (String rival : rivals) {
      outcome
          .best(rival, answer.outcomes())
          .ifPresent(best -> ratios.put(rival, outcome.dividedBy(best)));
    }
    return ratios;
  }

  private static Map<String, Verdict> verdictsOnDivisors(Answer answer, Outcome outcome) {
    Agreement agreement = answer.agreement(outcome);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String rival : answer.rivals()) {
      outcome
          .best(rival, answer.outcomes())
          .ifPresent(best -> verdicts.put(rival, agreement.verdict(best)));
    }
    return verdicts;
  }
}
