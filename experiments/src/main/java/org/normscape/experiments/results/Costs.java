package org.normscape.experiments.results;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * How long runs take, by those that were made on this machine.
 *
 * @param runs in the order in which they were started
 */
public record Costs(List<RunRecord> runs) {

  /** What a scale promises at most, where nothing was run yet. */
  private static final Map<String, Duration> PROMISED =
      Map.of(
          "tiny", Duration.ofSeconds(10),
          "smoke", Duration.ofSeconds(30),
          "laptop", Duration.ofMinutes(20));

  private static final Duration UNKNOWN = Duration.ofHours(12);

  public Costs {
    runs = List.copyOf(runs);
  }

  /**
   * About how long an experiment takes: as long as its latest complete run at this scale, on the
   * same backend rather than on another; else what the scale promises at most.
   */
  public Duration of(ExperimentSpec spec) {
    Predicate<RunRecord> here = run -> is(run, "backend", spec.backend());
    Predicate<RunRecord> same =
        run -> is(run, "name", spec.name()) && is(run, "scale", spec.scale());
    return latest(same.and(here))
        .or(() -> latest(same))
        .orElseGet(() -> PROMISED.getOrDefault(spec.scale(), UNKNOWN));
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
