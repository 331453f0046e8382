package org.normscape.experiments.results;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.TaskCosts;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * How long runs take, by those that were made on this machine, and by the results of others.
 *
 * @param runs in the order in which they were started
 * @param tasks how long their tasks took
 * @param results how long the result of an experiment took, on whichever machine
 */
public record Costs(
    List<RunRecord> runs, TaskCosts tasks, Function<ExperimentSpec, Optional<Duration>> results) {

  /** What a scale promises at most, where nothing was run yet. */
  private static final Map<String, Duration> PROMISED =
      Map.of(
          "tiny", Duration.ofSeconds(10),
          "smoke", Duration.ofSeconds(30),
          "laptop", Duration.ofMinutes(20));

  /** What an estimate rests on. */
  public enum Basis {
    /** The same experiment, run here before. */
    RUN,
    /** Tasks like its own, run here before. */
    TASKS,
    /** The same experiment, in the results that are there, perhaps of another machine. */
    RESULT,
    /** What its scale promises at most. */
    SCALE
  }

  /**
   * How long a run takes.
   *
   * @param duration so long, or at most so long where nothing but its scale is known
   * @param basis what that rests on
   */
  public record Estimate(Duration duration, Basis basis) {

    /** In words. */
    public String words() {
      return switch (basis) {
        case RUN -> "about %s, as it took before".formatted(text(duration));
        case TASKS -> "about %s, as tasks like its own took".formatted(text(duration));
        case RESULT -> "about %s, as the result that is there took".formatted(text(duration));
        case SCALE -> "at most %s, as its scale promises".formatted(text(duration));
      };
    }
  }

  public Costs {
    runs = List.copyOf(runs);
  }

  /**
   * How long an experiment takes: as long as its latest complete run on this machine at this scale
   * and on the same backend; else as its tasks would take, by others like them; else as the result
   * of another machine took; else what the scale promises at most. Nothing where it promises
   * nothing.
   */
  public Optional<Estimate> of(ExperimentSpec spec) {
    Predicate<RunRecord> same =
        run ->
            is(run, "name", spec.name())
                && is(run, "scale", spec.scale())
                && is(run, "backend", spec.backend())
                && TaskCosts.isOfThisMachine(run.provenance());
    return latest(same)
        .map(took -> new Estimate(took, Basis.RUN))
        .or(() -> tasks.of(spec).map(took -> new Estimate(took, Basis.TASKS)))
        .or(() -> results.apply(spec).map(took -> new Estimate(took, Basis.RESULT)))
        .or(() -> promised(spec));
  }

  private static Optional<Estimate> promised(ExperimentSpec spec) {
    return Optional.ofNullable(PROMISED.get(spec.scale()))
        .map(most -> new Estimate(most, Basis.SCALE));
  }

  private Optional<Duration> latest(Predicate<RunRecord> which) {
    return runs.stream()
        .filter(RunRecord::isComplete)
        .filter(which)
        .flatMap(run -> of(run).stream())
        .reduce((earlier, later) -> later);
  }

  /** How long a run took; nothing where that was not recorded. */
  public static Optional<Duration> of(RunRecord run) {
    try {
      return Optional.of(
          Duration.between(
              Instant.parse(run.provenance().path("started").asText()),
              Instant.parse(run.provenance().path("finished").asText())));
    } catch (DateTimeException notRecorded) {
      return Optional.empty();
    }
  }

  private static boolean is(RunRecord run, String key, String value) {
    return run.setting(key).equals(Optional.of(value));
  }

  /** A duration for readers: {@code 45 s}, {@code 12 min}, {@code 3 h 20 min}. */
  public static String text(Duration duration) {
    long minutes = duration.plusSeconds(30).toMinutes();
    if (duration.toSeconds() < 100) {
      return Math.max(1, duration.toSeconds()) + " s";
    }
    return minutes < 100
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
