package org.normscape.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.verify.FirstDifference;
import org.normscape.experiments.verify.RecordedRun;
import org.normscape.experiments.verify.RunComparison;
import org.normscape.replay.RunDigests;
import org.normscape.replay.Witness;

/** Experiments run on several backends, and the outcome in lines. */
final class Verification {

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss'-verify'", Locale.ROOT);
  private static final int SHORT_DIGITS = 16;

  /** How much of a digest is printed. */
  enum Digests {
    SHORT,
    FULL
  }

  private final Surroundings surroundings;
  private final Dataset data;
  private final List<String> command;
  private final Path out;
  private final Digests digests;
  private final Progress progress;
  private @Nullable Path figures;
  private int planned;
  private int started;

  Verification(
      Surroundings surroundings,
      Dataset data,
      List<String> command,
      Path out,
      Digests digests,
      Progress progress) {
    this.surroundings = surroundings;
    this.data = data;
    this.command = command;
    this.out = out;
    this.digests = digests;
    this.progress = progress;
  }

  /**
   * One experiment at one scale.
   *
   * @param candidates what it runs on
   * @param specs what runs, for each of them
   */
  record Task(List<Candidate> candidates, List<ExperimentSpec> specs) {}

  /** What one candidate gave. */
  private record Outcome(
      Candidate candidate, ExperimentSpec spec, RecordedRun run, RunDigests digests) {}

  /** Whether in every task all candidates gave the same. */
  boolean carryOut(List<Task> tasks) throws IOException {
    planned = tasks.stream().mapToInt(task -> task.specs().size()).sum();
    boolean same = true;
    for (Task task : tasks) {
      same &= carryOut(task);
    }
    if (figures != null) {
      surroundings.out().println("figures  " + figures);
    }
    return same;
  }

  private boolean carryOut(Task task) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < task.specs().size(); i++) {
      long start = surroundings.clock().millis();
      Outcome outcome = run(task.candidates().get(i), task.specs().get(i));
      double seconds = (surroundings.clock().millis() - start) / 1e3;
      if (i == 0) {
        line(outcome, seconds, "first");
      } else {
        same &= judge(outcomes.get(0), outcome, seconds);
      }
      outcomes.add(outcome);
    }
    return same;
  }

  /** Whether one outcome is as the first. */
  private boolean judge(Outcome first, Outcome outcome, double seconds) throws IOException {
    RunComparison comparison = RunComparison.of(first.run(), outcome.run());
    if (first.spec().numerics() != Numerics.EXACT) {
      line(outcome, seconds, comparison.verdict());
      surroundings.out().print(names(first, outcome, comparison));
      draw(outcome, comparison);
      return comparison.holds();
    }
    boolean same =
        comparison.holds() && first.digests().firstDifference(outcome.digests()).isEmpty();
    line(outcome, seconds, same ? "equal" : "different");
    if (!same) {
      explain(first, outcome, comparison);
    }
    return same;
  }

  private Outcome run(Candidate candidate, ExperimentSpec spec) throws IOException {
    RunDigests seen = new RunDigests();
    started++;
    String label =
        "%d of %d: %s at scale %s on %s, numerics %s"
            .formatted(
                started,
                planned,
                spec.name(),
                spec.scale(),
                candidate,
                spec.numerics().name().toLowerCase(Locale.ROOT));
    try (Backend backend = new Witness(candidate.open(surroundings), seen);
        Progress own = new Labelled(progress, label)) {
      Session session =
          new Session(surroundings, spec, data, backend, command, Session.Fingerprints.ALWAYS);
      Path run = session.carryOut(out, own);
      return new Outcome(candidate, spec, RecordedRun.read(run), seen);
    }
  }

  private void line(Outcome outcome, double seconds, String verdict) {
    String digest = outcome.run().digest();
    PrintWriter terminal = surroundings.out();
    terminal.println(
        String.format(
            Locale.ROOT,
            "%-16s %-8s %-12s %s %7.1f s  %-9s  %s",
            outcome.spec().name(),
            outcome.spec().scale(),
            outcome.candidate(),
            digests == Digests.FULL ? digest : digest.substring(0, SHORT_DIGITS),
            seconds,
            verdict,
            outcome.run().record().directory()));
    terminal.flush();
  }

  private void explain(Outcome one, Outcome other, RunComparison comparison) throws IOException {
    progress.note(
        "looking for the first equation that differs: the experiment runs again up to it");
    FirstDifference.Explanation found = firstDifference(one, other);
    String recorded =
        comparison.holds()
            ? "All that was recorded is equal, but not all that it was computed from.\n"
            : names(one, other, comparison);
    Path file = other.run().record().directory().resolve("first-difference.txt");
    Files.writeString(file, recorded + found.text() + "\n" + found.program());
    surroundings.out().print(recorded + found.text() + "kept, with the program, in " + file + "\n");
    surroundings.out().flush();
  }

  private static String names(Outcome one, Outcome other, RunComparison comparison) {
    return comparison.describe(one.candidate().toString(), other.candidate().toString());
  }

  private void draw(Outcome other, RunComparison comparison) throws IOException {
    if (figures == null) {
      figures = out.resolve(FOLDER.format(LocalDateTime.now(surroundings.clock())));
    }
    comparison.draw(
        figures,
        "%s-%s-%s"
            .formatted(
                other.spec().name(),
                other.spec().scale(),
                other.candidate().toString().replaceAll("\\W", "-")));
  }

  private FirstDifference.Explanation firstDifference(Outcome one, Outcome other)
      throws IOException {
    Path scratch = Files.createTempFile("normscape-replay-", ".jsonl");
    try (Backend ours = one.candidate().open(surroundings);
        Backend theirs = other.candidate().open(surroundings);
        RunLog log = RunLog.open(scratch)) {
      return new FirstDifference(
              other.spec(),
              new FirstDifference.Side(one.candidate().toString(), ours, one.digests()),
              new FirstDifference.Side(other.candidate().toString(), theirs, other.digests()))
          .explain(
              (backend, where) ->
                  surroundings.experiment().run(other.spec(), backend, data, log, where));
    } finally {
      Files.delete(scratch);
    }
  }
}
