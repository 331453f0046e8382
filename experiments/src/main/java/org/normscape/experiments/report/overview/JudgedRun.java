package org.normscape.experiments.report.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.effect.Interval;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.report.study.Study;

/**
 * A run with the verdicts on its claims.
 *
 * @param run what was recorded
 * @param verdicts one for each of its claims
 * @param unjudged why there are none, in a sentence; empty where there are
 */
public record JudgedRun(RunRecord run, List<Verdict> verdicts, String unjudged) {

  public JudgedRun {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * A run, judged by the claims of its own configuration.
   *
   * @param binder knows the kinds that the configuration names
   */
  public static JudgedRun of(RunRecord run, Binder binder) {
    Study.Subject subject = Study.of(List.of(run), binder).subjects().get(0);
    return new JudgedRun(run, subject.verdicts(), subject.unjudged());
  }

  /** The name of its experiment. */
  public String experiment() {
    return run.setting("name").orElse(run.name());
  }

  /** What it is, in one line. */
  public String heading() {
    return "%s: %s".formatted(experiment(), Facts.line(run));
  }

  /** Its verdicts as maps, lists and texts, one a claim. */
  public List<Map<String, Object>> tree() {
    return verdicts.stream().map(this::tree).toList();
  }

  private Map<String, Object> tree(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", run.directory().toString());
    tree.put("experiment", experiment());
    for (String key : List.of("backend", "device", "scale", "numerics")) {
      tree.put(key, run.setting(key).orElse(""));
    }
    tree.put("data", Facts.data(run));
    tree.put("sentence", verdict.claim().sentence());
    tree.put("place", verdict.claim().place());
    tree.put("outcome", verdict.outcome().text());
    tree.put("reason", verdict.reason());
    tree.put("effect", verdict.claim().effect().words());
    verdict.effect().ifPresent(effect -> tree.putAll(size(effect)));
    tree.put("expected", verdict.claim().expected().text());
    List<String> confounders = new ArrayList<>();
    verdict.confounders().forEach(confounder -> confounders.add(confounder.text()));
    tree.put("confounders", confounders);
    return tree;
  }

  private static Map<String, Object> size(Interval effect) {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("mean", effect.mean());
    if (effect.seeds() > 1) {
      size.put("low", effect.low());
      size.put("high", effect.high());
    }
    size.put("seeds", effect.seeds());
    size.put("method", effect.method());
    return size;
  }
}
