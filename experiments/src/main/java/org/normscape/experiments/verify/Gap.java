package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.NetworkFingerprint;
import org.normscape.experiments.run.Sketch;

/**
 * How far two runs are apart in one quantity at one step.
 *
 * @param quantity a metric, or {@value #PARAMETERS}
 * @param cell which network of the experiment
 * @param seed of which seed
 * @param step after how many updates
 * @param size of two numbers, their distance as their {@link Tolerance} takes it; of parameters,
 *     the L2 norm of the difference relative to the larger L2 norm; infinite where one of the two
 *     is missing, or finite and the other not
 */
public record Gap(String quantity, String cell, long seed, int step, double size) {

  /** The quantity that all parameters together are. */
  public static final String PARAMETERS = "parameters";

  /** All gaps between two runs, those of value 0 too. */
  public static List<Gap> between(RecordedRun one, RecordedRun other) {
    List<Gap> gaps = new ArrayList<>();
    Map<List<Object>, NetworkFingerprint> prints = new HashMap<>();
    other.fingerprints().forEach(p -> prints.put(List.of(p.cell(), p.seed(), p.step()), p));
    for (NetworkFingerprint p : one.fingerprints()) {
      NetworkFingerprint there = prints.get(List.of(p.cell(), p.seed(), p.step()));
      double relative = there == null ? Double.POSITIVE_INFINITY : relative(p, there);
      gaps.add(new Gap(PARAMETERS, p.cell(), p.seed(), p.step(), relative));
    }
    Map<List<Object>, Double> values = new HashMap<>();
    for (Series series : other.record().metrics().series()) {
      series.samples().forEach(sample -> values.put(key(series, sample), sample.value()));
    }
    for (Series series : one.record().metrics().series()) {
      for (Series.Sample sample : series.samples()) {
        Double there = values.get(key(series, sample));
        double relative =
            there == null
                ? Double.POSITIVE_INFINITY
                : Tolerance.of(series.metric()).measure().of(sample.value(), there);
        gaps.add(new Gap(series.metric(), series.cell(), series.seed(), sample.step(), relative));
      }
    }
    return gaps;
  }

  /** Where a number stands. */
  private static List<Object> key(Series series, Series.Sample sample) {
    return List.of(series.cell(), series.seed(), series.metric(), series.at(), sample.step());
  }

  private static double relative(NetworkFingerprint one, NetworkFingerprint other) {
    if (one.parameters().equals(other.parameters())) {
      return 0;
    }
    double norm = Math.max(Sketch.norm(one.sketch()), Sketch.norm(other.sketch()));
    double relative = Sketch.distance(one.sketch(), other.sketch()) / norm;
    return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
  }
}
