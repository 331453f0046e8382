package org.normscape.experiments.results;

import java.util.List;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * What the pages say of an experiment on one backend, in words that outlast the run.
 *
 * @param experiment the name of the experiment
 * @param title its title
 * @param description what is done in it
 * @param comparedWith the paper and the figure to compare it with; may be empty
 * @param backend the backend
 * @param scale how large it was
 * @param problem why there is no run, in a sentence; empty where there is one
 * @param findings what became of each claim
 * @param divergences a sentence for each network that diverged
 * @param figures its figures
 * @param made how it was made
 */
record Summary(
    String experiment,
    String title,
    String description,
    String comparedWith,
    String backend,
    String scale,
    String problem,
    List<Finding> findings,
    List<String> divergences,
    List<Illustration> figures,
    Making made) {

  Summary {
    findings = List.copyOf(findings);
    divergences = List.copyOf(divergences);
    figures = List.copyOf(figures);
  }

  /**
   * The summary of a result.
   *
   * @param figures its figures, whose files are written
   */
  static Summary of(Result result, List<Illustration> figures) {
    ExperimentSpec spec = result.spec();
    return new Summary(
        spec.name(),
        spec.title(),
        spec.description(),
        spec.source().map(source -> source.paper() + ", " + source.figure()).orElse(""),
        result.backend(),
        spec.scale(),
        result.problem(),
        result.verdicts().stream().map(Finding::of).toList(),
        result.run().map(RunRecord::metrics).map(Facts::divergences).orElse(List.of()),
        figures,
        result.run().map(Making::of).orElseGet(Making::none));
  }

  /** Whether it is about the same experiment on the same backend as another. */
  boolean replaces(Summary other) {
    return experiment.equals(other.experiment) && backend.equals(other.backend);
  }
}
