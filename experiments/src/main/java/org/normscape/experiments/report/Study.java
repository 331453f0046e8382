package org.normscape.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.FigureKinds;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * What a report is about: one run, or several side by side.
 *
 * @param metrics those of the runs; with several runs, each cell is named after its run as well
 */
record Study(List<RunRecord> runs, Metrics metrics) {

  /** The study of one or more runs. */
  static Study of(List<RunRecord> runs) {
    if (runs.size() == 1) {
      return new Study(runs, runs.get(0).metrics());
    }
    return new Study(
        runs,
        Metrics.merged(
            runs.stream().map(run -> run.metrics().withCells(c -> label(run) + "/" + c)).toList()));
  }

  /** What tells a run from others: its backend, and the name of its directory. */
  static String label(RunRecord run) {
    return Stream.concat(run.setting("backend").stream(), Stream.of(run.name()))
        .reduce((backend, name) -> backend + "/" + name)
        .orElseThrow();
  }

  String title() {
    return runs.size() == 1
        ? runs.get(0)
            .setting("title")
            .orElse(runs.get(0).setting("name").orElse(runs.get(0).name()))
        : runs.size() + " runs side by side";
  }

  /** The figures that the configurations ask for, as far as there is anything to draw. */
  List<Figure> figures() {
    return figureNames().stream()
        .flatMap(name -> FigureKinds.named(name).draw(metrics).stream())
        .toList();
  }

  private Set<String> figureNames() {
    Set<String> names = new LinkedHashSet<>();
    for (RunRecord run : runs) {
      JsonNode figures = run.config().path("figures");
      if (figures.isMissingNode()) {
        names.addAll(FigureKinds.names());
      }
      figures.forEach(name -> names.add(name.asText()));
    }
    return names;
  }
}
