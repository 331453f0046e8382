package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.overview.JudgedRun;
import org.normscape.experiments.results.Result;

/**
 * What came of all experiments, as {@code reproduce --json} prints it.
 *
 * @param index the page with all claims
 * @param results one for each experiment on each backend
 */
record ResultsDocument(String index, List<Entry> results) {

  private static final String FAILED = "failed";

  ResultsDocument {
    results = List.copyOf(results);
  }

  /**
   * What came of an experiment on a backend.
   *
   * @param experiment its name
   * @param backend the backend
   * @param page its page, which all its backends share
   * @param state how its run ended, or {@code failed} where there is none
   * @param problem why there is none, in a sentence; empty where there is
   * @param run the folder of its run; empty where there is none
   * @param digest the SHA-256 of what was measured; empty where there is no run
   * @param claims the claims that it has now with their verdicts, as {@code claims --json} has them
   */
  record Entry(
      String experiment,
      String backend,
      String page,
      String state,
      String problem,
      String run,
      String digest,
      List<Map<String, Object>> claims) {}

  /**
   * The document about pages that are written.
   *
   * @param folder where they are
   */
  static ResultsDocument of(Path folder, List<Result> results) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Result result : results) {
      entries.add(entry(folder.resolve(result.spec().name() + ".md").toString(), result));
    }
    return new ResultsDocument(folder.resolve("README.md").toString(), entries);
  }

  private static Entry entry(String page, Result result) throws IOException {
    String experiment = result.spec().name();
    if (result.run().isEmpty()) {
      return new Entry(
          experiment, result.backend(), page, FAILED, result.problem(), "", "", List.of());
    }
    RunRecord run = result.run().get();
    return new Entry(
        experiment,
        result.backend(),
        page,
        run.status(),
        "",
        run.directory().toString(),
        run.digest(),
        new JudgedRun(run, result.verdicts(), "").tree());
  }
}
