package org.normscape.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.overview.Shelf;
import org.normscape.experiments.results.Costs;
import org.normscape.experiments.results.Planned;
import org.normscape.experiments.results.Result;
import org.normscape.experiments.results.ResultPages;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * Carries out what is planned, one run after the other, each as {@code normscape run} does. A run
 * that fails does not stop the others.
 *
 * @param plan what is to be there at the end; the backends of an experiment stand together
 * @param shelf the runs that are there already
 * @param options the arguments that every run is given beside its name and its backend
 * @param pages where results are written
 */
record Reproduction(
    Surroundings surroundings,
    List<Planned> plan,
    Shelf shelf,
    List<String> options,
    ResultPages pages) {

  /** What would be done, and about how long it takes, for {@code --json}. */
  Map<String, Object> tree() {
    List<Map<String, Object>> runs = new ArrayList<>();
    for (Planned planned : plan) {
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("experiment", planned.spec().name());
      run.put("backend", planned.spec().backend());
      planned.there().ifPresent(there -> run.put("run", there.directory().toString()));
      run.put("seconds", planned.there().isPresent() ? 0 : cost(planned).toSeconds());
      runs.add(run);
    }
    return Map.of("planned", runs, "seconds", left(0).toSeconds());
  }

  /** Says what would be done, and about how long it takes; nothing is carried out. */
  void list() {
    for (Planned planned : plan) {
      surroundings
          .out()
          .printf(
              "%-44s %s%n",
              planned.name(),
              planned
                  .there()
                  .map(run -> "there already: " + run.directory())
                  .orElseGet(() -> "about " + Costs.text(cost(planned))));
    }
    Duration all = left(0);
    surroundings
        .out()
        .println(all.isZero() ? "nothing to run" : "about %s in all".formatted(Costs.text(all)));
  }

  /** Carries it out and writes the pages; gives the results, the failed ones too. */
  List<Result> carryOut() throws IOException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Planned planned = plan.get(i);
      note(i, planned);
      results.add(result(planned));
      ExperimentSpec spec = planned.spec();
      pages.writeExperiment(
          results.stream().filter(r -> r.spec().name().equals(spec.name())).toList());
      pages.writeIndex(results);
    }
    return results;
  }

  private void note(int index, Planned planned) {
    String what =
        planned.there().isPresent() ? "there already" : "about " + Costs.text(cost(planned));
    surroundings
        .err()
        .printf(
            "[%s/%s] %s: %s; %s left in all%n",
            index + 1, plan.size(), planned.name(), what, "about " + Costs.text(left(index)));
    surroundings.err().flush();
  }

  private Duration left(int from) {
    return plan.subList(from, plan.size()).stream()
        .filter(planned -> planned.there().isEmpty())
        .map(this::cost)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration cost(Planned planned) {
    return new Costs(shelf.runs()).of(planned.spec());
  }

  private Result result(Planned planned) throws IOException {
    return planned.there().isPresent()
        ? Result.of(planned.spec(), planned.there().get())
        : run(planned.spec());
  }

  private Result run(ExperimentSpec spec) throws IOException {
    LastLine said = new LastLine(Writer.nullWriter());
    LastLine complained = new LastLine(surroundings.err());
    List<String> arguments = new ArrayList<>(List.of("run", spec.name(), "--scale", spec.scale()));
    arguments.addAll(List.of("--backend", spec.backend()));
    arguments.addAll(options);
    int exitCode =
        Main.execute(
            surroundings.writingTo(new PrintWriter(said, true), new PrintWriter(complained, true)),
            arguments.toArray(String[]::new));
    return exitCode == 0
        ? Result.of(spec, RunRecord.read(Path.of(said.text())))
        : Result.failed(spec, complained.text());
  }
}
