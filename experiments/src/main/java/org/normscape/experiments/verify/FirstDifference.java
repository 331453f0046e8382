package org.normscape.experiments.verify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.normscape.backend.Backend;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.replay.Capture;
import org.normscape.replay.CapturedRun;
import org.normscape.replay.EquationDifference;
import org.normscape.replay.Replay;
import org.normscape.replay.ResultDifference;
import org.normscape.replay.RunDigests;
import org.normscape.replay.Witness;

/**
 * What is behind a difference of two runs of an experiment: the first run of a program whose
 * results differ, and in it the first equation.
 *
 * @param spec what was run
 * @param one what gave one run, and its digests
 * @param other what gave the other run, and its digests
 */
public record FirstDifference(ExperimentSpec spec, Side one, Side other) {

  private static final int RESULTS_SHOWN = 3;

  /**
   * One of two backends.
   *
   * @param name what it is called
   * @param backend the backend, open
   * @param digests what its runs of programs gave
   */
  public record Side(String name, Backend backend, RunDigests digests) {}

  /** Runs the experiment once more, as it was run before. */
  @FunctionalInterface
  public interface Again {
    /** Runs it to its end on a backend, which stays open. */
    void run(Backend backend, Progress progress);
  }

  /**
   * The first difference in words.
   *
   * @param text what differs
   * @param program the program in which it does, as it was run; empty when none does
   */
  public record Explanation(String text, String program) {}

  /** Looks for the first difference, for which the experiment runs again up to it. */
  public Explanation explain(Again experiment) {
    OptionalInt run = one.digests.firstDifference(other.digests);
    if (run.isEmpty()) {
      return new Explanation(
          "Every run of a program gave the same results on both: what differs was made of them outside programs.\n",
          "");
    }
    Whereabouts where = new Whereabouts(spec);
    Capture capture = new Capture(run.getAsInt());
    CapturedRun captured =
        capture.during(() -> experiment.run(new Witness(other.backend, capture), where));
    String text =
        "The first run of a program whose results differ is run %s of %s, in %s: %s equations on %s arguments.%n"
            .formatted(
                run.getAsInt() + 1,
                one.digests.count(),
                where,
                captured.program().equations().size(),
                captured.arguments().size());
    return new Explanation(text + explain(captured), captured.prepared().toString());
  }

  private String explain(CapturedRun run) {
    List<ResultDifference> results = Replay.results(run, one.backend, other.backend);
    if (results.isEmpty()) {
      return "Done again, it gave equal results: one of the backends is not deterministic.\n";
    }
    StringBuilder text = new StringBuilder();
    results.stream()
        .limit(RESULTS_SHOWN)
        .forEach(r -> text.append("  ").append(r.describe(one.name, other.name)).append('\n'));
    if (results.size() > RESULTS_SHOWN) {
      text.append("  and %s more results%n".formatted(results.size() - RESULTS_SHOWN));
    }
    Optional<EquationDifference> equation = Replay.firstDifference(run, one.backend, other.backend);
    return text.append(
            equation
                .map(e -> "The first that differs by itself is " + e.describe(one.name, other.name))
                .orElse(
                    "No equation differs by itself: the difference comes from running them together.\n"))
        .toString();
  }
}
