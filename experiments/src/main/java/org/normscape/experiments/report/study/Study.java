package org.normscape.experiments.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.experiments.claim.Judge;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * What a report is about: one run, or several side by side.
 *
 * @param subjects the runs, each with what its configuration says about a report
 * @param metrics those of the runs; with several runs, each cell is named after its run as well
 */
public record Study(List<Subject> subjects, Metrics metrics) {

  /**
   * A run, with what its configuration says about its report.
   *
   * @param run what was recorded
   * @param reported what is drawn and judged
   */
  public record Subject(RunRecord run, Reported reported) {

    /** The verdicts on its claims. */
    public List<Verdict> verdicts() {
      return reported.claims().stream().map(new Judge(run)::judge).toList();
    }

    /** Why its claims are not judged, in a sentence; empty when they are, or there are none. */
    public String unjudged() {
      return Reported.hasEarlierClaims(run)
          ? "The claims are not judged, since the run has them in the form of an earlier version (a threshold and no effect). To fix: run the experiment again."
          : "";
    }
  }

  /**
   * The study of one or more runs.
   *
   * @param binder knows the kinds of plots that figures name
   */
  public static Study of(List<RunRecord> runs, Binder binder) {
    List<Subject> subjects =
        runs.stream().map(run -> new Subject(run, Reported.of(run, binder))).toList();
    if (runs.size() == 1) {
      return new Study(subjects, runs.get(0).metrics());
    }
    List<String> labels = Labels.of(runs);
    return new Study(
        subjects,
        Metrics.merged(
            IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).metrics().withCells(c -> labels.get(i) + "/" + c))
                .toList()));
  }

  /** The runs. */
  public List<RunRecord> runs() {
    return subjects.stream().map(Subject::run).toList();
  }

  /** What the report is called. */
  public String title() {
    RunRecord first = runs().get(0);
    return subjects.size() == 1
        ? first.setting("title").orElse(first.setting("name").orElse(first.name()))
        : subjects.size() + " runs side by side";
  }

  /** The figures that the configurations ask for, as far as there is anything to draw. */
  public List<Drawing> drawings() {
    Map<String, Figure> byName = new LinkedHashMap<>();
    subjects.stream()
        .flatMap(subject -> subject.reported().figures().stream())
        .forEach(figure -> byName.putIfAbsent(figure.name(), figure));
    List<Drawing> drawings = new ArrayList<>();
    byName.values().forEach(figure -> figure.draw(metrics).ifPresent(drawings::add));
    return drawings;
  }
}
