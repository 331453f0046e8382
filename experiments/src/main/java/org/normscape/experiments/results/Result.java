package org.normscape.experiments.results;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.claim.Judge;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Reported;
import org.normscape.experiments.report.study.Study;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * What came of an experiment on a backend.
 *
 * @param spec what it was to do
 * @param run its finished run; nothing where there is none
 * @param problem why there is none, in a sentence; empty where there is
 */
public record Result(ExperimentSpec spec, Optional<RunRecord> run, String problem) {

  /** A finished run. */
  public static Result of(ExperimentSpec spec, RunRecord run) {
    return new Result(spec, Optional.of(run), "");
  }

  /** No run. */
  public static Result failed(ExperimentSpec spec, String problem) {
    return new Result(spec, Optional.empty(), problem);
  }

  /** Its backend. */
  public String backend() {
    return spec.backend();
  }

  /** The verdicts on the claims that the experiment has now. */
  public List<Verdict> verdicts() {
    return run.map(there -> spec.claims().stream().map(new Judge(there)::judge).toList())
        .orElse(List.of());
  }

  /** The figures that the experiment has now. */
  public List<Drawing> drawings() {
    return run.map(this::drawings).orElse(List.of());
  }

  private List<Drawing> drawings(RunRecord there) {
    Reported reported = new Reported(spec.figures(), spec.claims());
    return new Study(List.of(new Study.Subject(there, reported)), there.metrics()).drawings();
  }
}
