package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.verify.RecordedRun;
import org.normscape.replay.RunDigests;

/** Experiments run on several backends, and what came of it. */
final class Verification {

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss'-verify'", Locale.ROOT);

  private final Surroundings surroundings;
  private final Datasets data;
  private final List<String> command;
  private final Path out;
  private final Verdicts verdicts;
  private final Progress progress;
  private @Nullable Path figures;
  private int planned;
  private int started;

  Verification(
      Surroundings surroundings,
      Datasets data,
      List<String> command,
      Path out,
      Verdicts verdicts,
      Progress progress) {
    this.surroundings = surroundings;
    this.data = data;
    this.command = command;
    this.out = out;
    this.verdicts = verdicts;
    this.progress = progress;
  }

  /**
   * One experiment at one scale.
   *
   * @param candidates what it runs on
   * @param specs what runs, for each of them
   */
  record Task(List<Candidate> candidates, List<ExperimentSpec> specs) {}

  /** Whether in every task all candidates gave the same. */
  boolean carryOut(List<Task> tasks) throws IOException {
    planned = tasks.stream().mapToInt(task -> task.specs().size()).sum();
    boolean same = true;
    for (Task task : tasks) {
      same &= carryOut(task);
    }
    verdicts.end(same, Optional.ofNullable(figures));
    return same;
  }

  private boolean carryOut(Task task) throws IOException {
    boolean same = true;
    List<Outcome> outcomes = new ArrayList<>();
    try (Promise promise = promise(task)) {
      for (int i = 0; i < task.specs().size(); i++) {
        Experiment experiment = i == 0 ? promise.first() : surroundings.experiment();
        long start = surroundings.clock().millis();
        Outcome outcome = run(task.candidates().get(i), task.specs().get(i), experiment, promise);
        double seconds = (surroundings.clock().millis() - start) / 1e3;
        if (i == 0) {
          verdicts.first(outcome, seconds);
        } else {
          Promise.Judgement judgement = promise.judge(outcomes.get(0), outcome);
          verdicts.judged(outcome, seconds, judgement);
          same &= judgement.holds();
        }
        outcomes.add(outcome);
      }
    }
    return same;
  }

  private Promise promise(Task task) throws IOException {
    ExperimentSpec spec = task.specs().get(0);
    if (spec.numerics() == Numerics.EXACT) {
      return new SameBits(surroundings, data, progress);
    }
    if (figures == null) {
      figures = out.resolve(FOLDER.format(LocalDateTime.now(surroundings.clock())));
      Files.createDirectories(figures);
    }
    return new SameSteps(
        surroundings,
        figures,
        spec.name() + "-" + spec.scale(),
        task.candidates().subList(1, task.candidates().size()));
  }

  private Outcome run(
      Candidate candidate, ExperimentSpec spec, Experiment experiment, Promise promise)
      throws IOException {
    RunDigests seen = new RunDigests();
    started++;
    String label =
        "%s of %s: %s at scale %s on %s, numerics %s"
            .formatted(
                started,
                planned,
                spec.name(),
                spec.scale(),
                candidate,
                spec.numerics().name().toLowerCase(Locale.ROOT));
    try (Backend backend = promise.watched(candidate.open(surroundings), seen);
        Progress own = new Labelled(progress, label)) {
      Path run =
          surroundings
              .carryingOut(experiment)
              .session(spec, data, backend, command, Session.Fingerprints.ALWAYS, new Conduct())
              .carryOut(out, own);
      return new Outcome(candidate, spec, RecordedRun.read(run), seen);
    }
  }
}
