package org.normscape.experiments.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * What the index says of an experiment on one backend, in words that outlast the run.
 *
 * @param experiment the name of the experiment
 * @param title its title
 * @param backend the backend
 * @param scale how large it was
 * @param took how long it took; empty where that is not known
 * @param processor the processor it ran on; empty where that is not known
 * @param normscape the version of Normscape, and the commit where that is known
 * @param problem why there is no run, in a sentence; empty where there is one
 * @param findings what became of each claim
 */
record Summary(
    String experiment,
    String title,
    String backend,
    String scale,
    String took,
    String processor,
    String normscape,
    String problem,
    List<Finding> findings) {

  Summary {
    findings = List.copyOf(findings);
  }

  static Summary of(Result result) {
    JsonNode environment =
        result
            .run()
            .map(run -> run.provenance().path("environment"))
            .orElse(MissingNode.getInstance());
    return new Summary(
        result.spec().name(),
        result.spec().title(),
        result.backend(),
        result.spec().scale(),
        result.run().flatMap(Costs::of).map(Costs::text).orElse(""),
        environment.path("cpu").asText(),
        version(environment),
        result.problem(),
        result.verdicts().stream().map(Finding::of).toList());
  }

  /** The version that made a run, with its commit. */
  static String version(RunRecord run) {
    return version(run.provenance().path("environment"));
  }

  private static String version(JsonNode environment) {
    String commit = environment.path("commit").asText();
    return environment.path("normscape").asText() + (commit.isEmpty() ? "" : ", commit " + commit);
  }
}
