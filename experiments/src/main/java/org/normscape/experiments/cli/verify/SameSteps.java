package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.normscape.backend.Backend;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.experiments.task.Replica;
import org.normscape.experiments.verify.Closeness;
import org.normscape.experiments.verify.Gap;
import org.normscape.experiments.verify.RunComparison;
import org.normscape.replay.RunDigests;

/**
 * Every step is the same within the published tolerances: while the first backend trains, the
 * others do each of its steps again, from its parameters, its state and its batch. How far they get
 * from each other when each trains by itself is drawn.
 */
final class SameSteps implements Promise {

  private final Path figures;
  private final Map<Candidate, Replica> replicas = new LinkedHashMap<>();
  private final Map<Candidate, Path> folders = new LinkedHashMap<>();

  /**
   * Opens the backends.
   *
   * @param figures the folder for figures and for what steps measured that were done again
   * @param name what files there begin with
   * @param others the backends beside the first
   */
  SameSteps(Surroundings surroundings, Path figures, String name, List<Candidate> others) {
    this.figures = figures;
    for (Candidate candidate : Set.copyOf(others)) {
      Path folder = figures.resolve("%s-%s-steps".formatted(name, word(candidate)));
      folders.put(candidate, folder);
      RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER);
      replicas.put(candidate, new Replica(candidate.open(surroundings), log));
    }
  }

  private static String word(Candidate candidate) {
    return candidate.toString().replaceAll("\\W", "-");
  }

  @Override
  public Experiment first() {
    List<Replica> all = new ArrayList<>(replicas.values());
    return (spec, backend, data, log, progress) ->
        ExperimentRun.replayed(spec, backend, data, log, progress, all);
  }

  @Override
  public Backend watched(Backend backend, RunDigests digests) {
    return backend;
  }

  @Override
  public Judgement judge(Outcome first, Outcome other) throws IOException {
    Path folder = Objects.requireNonNull(folders.get(other.candidate()));
    Closeness steps =
        Closeness.of(
            Gap.ofSteps(first.run().record().metrics(), measured(first.run().record(), folder)),
            first.run().numerics());
    RunComparison apart = RunComparison.of(first.run(), other.run());
    boolean holds = steps.within() && apart.missing().isEmpty();
    return new Judgement(
        holds,
        holds ? "within" : "outside",
        () -> {
          apart.draw(
              figures,
              "%s-%s-%s"
                  .formatted(other.spec().name(), other.spec().scale(), word(other.candidate())));
          return "%s the tolerances, each step of %s done again on %s:%n%s%s%s"
              .formatted(
                  steps.within() ? "within" : "outside",
                  first.candidate(),
                  other.candidate(),
                  steps.table(),
                  apart.drawn(),
                  apart.lacking(first.candidate().toString(), other.candidate().toString()));
        });
  }

  /** What was measured where the steps of a run were done again. */
  private static Metrics measured(RunRecord run, Path folder) throws IOException {
    List<Metrics> measured = new ArrayList<>();
    for (Task task : run.tasks()) {
      measured.add(Metrics.read(Task.of(folder, task.cell(), task.seed()).metrics()));
    }
    return Metrics.merged(measured).with(run.metrics().quantities());
  }

  @Override
  public void close() {
    replicas
        .values()
        .forEach(
            replica -> {
              replica.log().close();
              replica.backend().close();
            });
  }
}
