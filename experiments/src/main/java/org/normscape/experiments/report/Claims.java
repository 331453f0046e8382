package org.normscape.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Statistic;
import org.normscape.experiments.spec.ClaimSpec;
import org.normscape.experiments.spec.RecordBinder;

/** Judges the claims of an experiment from what a run has measured. */
public final class Claims {

  private Claims() {}

  /** The verdict of a run on each claim of its configuration. */
  static List<Verdict> judged(RunRecord run) {
    return StreamSupport.stream(run.config().path("claims").spliterator(), false)
        .map(Claims::claim)
        .map(claim -> judge(claim, run.metrics()))
        .toList();
  }

  /** The verdict of metrics on a claim, by the seeds in which both its cells were measured. */
  public static Verdict judge(ClaimSpec claim, Metrics metrics) {
    String cell = claim.cells().get(0);
    return new Verdict(
        claim, metrics.seeds(cell).stream().flatMap(seed -> effect(claim, metrics, seed)).toList());
  }

  private static Stream<Double> effect(ClaimSpec claim, Metrics metrics, long seed) {
    Statistic summary = Statistic.valueOf(claim.summary().name());
    List<Double> values =
        claim.cells().stream()
            .map(cell -> metrics.of(cell, seed, claim.metric()))
            .flatMap(Optional::stream)
            .map(series -> summary.of(series.values()))
            .toList();
    return values.size() == 2
        ? Stream.of(effect(claim.comparison(), values.get(0), values.get(1)))
        : Stream.empty();
  }

  private static double effect(ClaimSpec.Comparison comparison, double value, double than) {
    return switch (comparison) {
      case RATIO_BELOW, RATIO_ABOVE -> value / than;
      case DIFFERENCE_BELOW, DIFFERENCE_ABOVE -> value - than;
    };
  }

  private static ClaimSpec claim(JsonNode json) {
    return RecordBinder.bind(ConfigFactory.parseString(json.toString()), ClaimSpec.class);
  }
}
