package org.normscape.experiments.verify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.normscape.backend.Backend;
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
 * @param one what gave one run, and its digests
 * @param other what gave the other run, and its digests
 */
public record FirstDifference(Side one, Side other) {

  /**
   * One of two backends.
   *
   * @param name what it is called
   * @param backend the backend, open
   * @param digests what its runs of programs gave
   */
  public record Side(String name, Backend backend, RunDigests digests) {}

  /**
   * The first difference in words.
   *
   * @param experiment runs the experiment again on the backend it is given, as it was run before
   */
  public String explain(Consumer<Backend> experiment) {
    OptionalInt run = one.digests.firstDifference(other.digests);
    if (run.isEmpty()) {
      return "Every run of a program gave the same results on both: what differs was made of them outside programs.\n";
    }
    CapturedRun captured = captured(run.getAsInt(), experiment);
    String where =
        "The first run of a program whose results differ is run %d of %d: a program of %d equations on %d arguments.%n"
            .formatted(
                run.getAsInt() + 1,
                one.digests.count(),
                captured.program().equations().size(),
                captured.arguments().size());
    return where + explain(captured);
  }

  private CapturedRun captured(int run, Consumer<Backend> experiment) {
    Capture capture = new Capture(run);
    return capture.during(() -> experiment.accept(new Witness(other.backend, capture)));
  }

  private String explain(CapturedRun run) {
    List<ResultDifference> results = Replay.results(run, one.backend, other.backend);
    if (results.isEmpty()) {
      return "Done again, it gave equal results: one of the backends is not deterministic.\n";
    }
    StringBuilder text = new StringBuilder();
    results.stream()
        .limit(3)
        .forEach(r -> text.append("  ").append(r.describe(one.name, other.name)).append('\n'));
    text.append(results.size() > 3 ? "  and %d more%n".formatted(results.size() - 3) : "");
    Optional<EquationDifference> equation = Replay.firstDifference(run, one.backend, other.backend);
    return text.append(
            equation
                .map(
                    e ->
                        "The first equation whose result differs is "
                            + e.describe(one.name, other.name))
                .orElse(
                    "No equation differs by itself: the difference comes from how they are run together.\n"))
        .toString();
  }
}
