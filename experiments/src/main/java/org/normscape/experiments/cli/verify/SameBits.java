package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.verify.FirstDifference;
import org.normscape.experiments.verify.RunComparison;
import org.normscape.replay.RunDigests;
import org.normscape.replay.Witness;

/** Every bit of every run of a program is the same; the first that is not is looked for. */
record SameBits(Surroundings surroundings, Datasets data, Progress progress) implements Promise {

  @Override
  public Experiment first() {
    return surroundings.experiment();
  }

  @Override
  public Backend watched(Backend backend, RunDigests digests) {
    return new Witness(backend, digests);
  }

  @Override
  public Judgement judge(Outcome first, Outcome other) {
    RunComparison comparison = RunComparison.of(first.run(), other.run());
    boolean same = comparison.holds() && first.digests().firstDifference(other.digests()).isEmpty();
    return same
        ? new Judgement(true, "equal", () -> "")
        : new Judgement(false, "different", () -> explain(first, other, comparison));
  }

  private String explain(Outcome one, Outcome other, RunComparison comparison) throws IOException {
    progress.note(
        "looking for the first equation that differs: the experiment runs again up to it");
    FirstDifference.Explanation found = firstDifference(one, other);
    String recorded =
        comparison.holds()
            ? "All that was recorded is equal, but not all that it was computed from.\n"
            : comparison.describe(one.candidate().toString(), other.candidate().toString());
    Path file = other.run().record().directory().resolve("first-difference.txt");
    Files.writeString(file, recorded + found.text() + "\n" + found.program());
    return recorded + found.text() + "kept, with the program, in " + file + "\n";
  }

  private FirstDifference.Explanation firstDifference(Outcome one, Outcome other)
      throws IOException {
    Path scratch = Files.createTempDirectory("normscape-replay-");
    try (Backend ours = one.candidate().open(surroundings);
        Backend theirs = other.candidate().open(surroundings);
        RunLog log = new RunLog(scratch, RunLog.Fingerprints.NEVER)) {
      return new FirstDifference(
              other.spec(),
              new FirstDifference.Side(one.candidate().toString(), ours, one.digests()),
              new FirstDifference.Side(other.candidate().toString(), theirs, other.digests()))
          .explain(
              (backend, where) ->
                  surroundings.experiment().run(other.spec(), backend, data, log, where));
    } finally {
      deleteAll(scratch);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
