package org.normscape.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Statistic;

/** The claims that a run's configuration makes. */
final class Claims {

  private Claims() {}

  /** The verdict of a run on each claim of its configuration. */
  static List<Verdict> judged(RunRecord run) {
    return StreamSupport.stream(run.config().path("claims").spliterator(), false)
        .map(Claims::claim)
        .map(claim -> claim.judge(run.metrics()))
        .toList();
  }

  private static Claim claim(JsonNode json) {
    return new Claim(
        json.required("sentence").asText(),
        json.required("metric").asText(),
        Statistic.valueOf(constant(json.required("summary"))),
        json.required("cells").path(0).asText(),
        json.required("cells").path(1).asText(),
        Claim.Comparison.valueOf(constant(json.required("comparison"))),
        json.required("threshold").asDouble());
  }

  private static String constant(JsonNode name) {
    return name.asText().replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
