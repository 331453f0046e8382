package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.Main;
import org.normscape.experiments.cli.surroundings.LastLine;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.results.Costs;
import org.normscape.experiments.results.Planned;
import org.normscape.experiments.results.Result;
import org.normscape.experiments.results.ResultPages;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * Carries out what is planned, one run after the other, each as {@code normscape run} does, or
 * {@code normscape resume} where it was begun before. A run that fails does not stop the others.
 *
 * @param plan what is to be there at the end; the backends of an experiment stand together
 * @param costs how long runs take
 * @param options the arguments that every new run is given beside its name and its backend
 * @param always the arguments that runs are given that go on, too
 * @param pages where results are written
 */
record Reproduction(
    Surroundings surroundings,
    List<Planned> plan,
    Costs costs,
    List<String> options,
    List<String> always,
    ResultPages pages) {

  /** What would be done, and how long it takes as far as that is known, for {@code --json}. */
  Map<String, Object> tree() {
    List<Map<String, Object>> runs = plan.stream().map(this::tree).toList();
    long seconds = runs.stream().mapToLong(run -> (long) run.getOrDefault("seconds", 0L)).sum();
    return Map.of("planned", runs, "seconds", seconds);
  }

  private Map<String, Object> tree(Planned planned) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("experiment", planned.spec().name());
    run.put("backend", planned.spec().backend());
    planned.begun().ifPresent(begun -> run.put("begun", begun.directory().toString()));
    planned
        .there()
        .ifPresentOrElse(
            there -> run.put("run", there.directory().toString()),
            () -> costs.of(planned.spec()).ifPresent(estimate -> put(estimate, run)));
    return run;
  }

  private static void put(Costs.Estimate estimate, Map<String, Object> run) {
    run.put("seconds", estimate.duration().toSeconds());
    run.put("basis", estimate.basis().name().toLowerCase(Locale.ROOT));
  }

  /** Says what would be done, and how long it takes as far as that is known; does nothing. */
  void list() {
    for (Planned planned : plan) {
      surroundings.out().printf("%-44s %s%n", planned.name(), state(planned));
    }
    surroundings.out().println(left(0));
  }

  private String state(Planned planned) {
    return planned
        .there()
        .map(run -> "there already: " + run.directory())
        .or(
            () ->
                planned
                    .begun()
                    .map(run -> "goes on: %s; anew %s".formatted(run.directory(), cost(planned))))
        .orElseGet(() -> cost(planned));
  }

  private String cost(Planned planned) {
    return costs
        .of(planned.spec())
        .map(Costs.Estimate::words)
        .orElse("for nobody knows how long: nothing like it was run here");
  }

  /** Carries it out and writes the pages; gives the results, the failed ones too. */
  List<Result> carryOut() throws IOException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Planned planned = plan.get(i);
      note(i, planned);
      Result result = result(planned);
      results.add(result);
      pages.add(result);
    }
    return results;
  }

  private void note(int index, Planned planned) {
    surroundings
        .err()
        .printf(
            "[%s/%s] %s: %s; %s%n",
            index + 1, plan.size(), planned.name(), state(planned), left(index));
    surroundings.err().flush();
  }

  /** How long all takes that is not there, from one run of the plan on, in words. */
  private String left(int from) {
    List<Optional<Costs.Estimate>> estimates =
        plan.subList(from, plan.size()).stream()
            .filter(planned -> planned.there().isEmpty())
            .map(planned -> costs.of(planned.spec()))
            .toList();
    List<Costs.Estimate> known = estimates.stream().flatMap(Optional::stream).toList();
    if (estimates.isEmpty()) {
      return "nothing to run";
    }
    int unknown = estimates.size() - known.size();
    String all = known.isEmpty() ? "" : sum(known);
    String others = unknown == 0 ? "" : "%s of which nothing is known".formatted(unknown);
    return "left in all: %s%s%s"
        .formatted(all, all.isEmpty() || others.isEmpty() ? "" : ", and ", others);
  }

  private static String sum(List<Costs.Estimate> known) {
    Duration all =
        known.stream().map(Costs.Estimate::duration).reduce(Duration.ZERO, Duration::plus);
    boolean isMeasured = known.stream().noneMatch(it -> it.basis() == Costs.Basis.SCALE);
    return (isMeasured ? "about " : "at most ") + Costs.text(all);
  }

  private Result result(Planned planned) throws IOException {
    return planned.there().isPresent()
        ? Result.of(planned.spec(), planned.there().get())
        : run(planned.spec(), arguments(planned));
  }

  private List<String> arguments(Planned planned) {
    ExperimentSpec spec = planned.spec();
    List<String> arguments = new ArrayList<>();
    if (planned.begun().isPresent()) {
      arguments.addAll(List.of("resume", planned.begun().get().directory().toString()));
    } else {
      arguments.addAll(List.of("run", spec.name(), "--scale", spec.scale()));
      arguments.addAll(List.of("--backend", spec.backend()));
      arguments.addAll(options);
    }
    arguments.addAll(always);
    return arguments;
  }

  private Result run(ExperimentSpec spec, List<String> arguments) throws IOException {
    LastLine said = new LastLine(Writer.nullWriter());
    LastLine complained = new LastLine(surroundings.err());
    int exitCode =
        Main.execute(
            surroundings.writingTo(new PrintWriter(said, true), new PrintWriter(complained, true)),
            arguments.toArray(String[]::new));
    if (exitCode == UserError.Kind.INTERRUPTED.exitCode()) {
      throw UserError.interrupted(
          "interrupted; what was measured is kept. To go on: give the same command again");
    }
    return exitCode == 0
        ? Result.of(spec, RunRecord.read(Path.of(said.text())))
        : Result.failed(spec, complained.text());
  }
}
