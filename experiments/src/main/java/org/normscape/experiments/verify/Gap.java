package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.record.NetworkFingerprint;
import org.normscape.experiments.run.record.Sketch;
import org.normscape.experiments.task.StepDifferences;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/**
 * How far two runs, or two computations of one step, are apart in one quantity at one step.
 *
 * @param quantity what was measured, all parameters together, or an array of the network
 * @param part of what: the path of the array, the place of the metric inside the step, or nothing
 * @param cell which network of the experiment
 * @param seed of which seed
 * @param step after how many updates
 * @param size of two numbers, their distance as the {@link org.normscape.probe.Agreement} of the
 *     quantity takes it; of parameters, the L2 norm of the difference relative to the larger L2
 *     norm; of an array, as {@link StepDifferences} says; infinite where one of the two is missing,
 *     or finite and the other not
 */
public record Gap(Quantity quantity, String part, String cell, long seed, int step, double size) {

  /** All gaps between two runs, those of value 0 too. */
  public static List<Gap> between(RecordedRun one, RecordedRun other) {
    List<Gap> gaps = new ArrayList<>();
    Map<List<Object>, NetworkFingerprint> prints = new HashMap<>();
    other.fingerprints().forEach(p -> prints.put(List.of(p.cell(), p.seed(), p.step()), p));
    for (NetworkFingerprint p : one.fingerprints()) {
      NetworkFingerprint there = prints.get(List.of(p.cell(), p.seed(), p.step()));
      double relative = there == null ? Double.POSITIVE_INFINITY : relative(p, there);
      gaps.add(new Gap(NetworkQuantities.PARAMETERS, "", p.cell(), p.seed(), p.step(), relative));
    }
    gaps.addAll(between(one.record().metrics(), other.record().metrics()));
    return gaps;
  }

  /**
   * All gaps between the steps of a run and the same steps done again elsewhere.
   *
   * @param run what the run measured
   * @param again what was measured elsewhere, with the differences of arrays
   */
  public static List<Gap> ofSteps(Metrics run, Metrics again) {
    List<Gap> gaps = new ArrayList<>();
    for (Series series : again.series()) {
      if (series.metric().startsWith(StepDifferences.PREFIX)) {
        String[] name = series.metric().substring(StepDifferences.PREFIX.length()).split("/", 2);
        for (Series.Sample at : series.samples()) {
          gaps.add(
              new Gap(
                  NetworkQuantities.ofArray(name[0]),
                  name[1],
                  series.cell(),
                  series.seed(),
                  at.step(),
                  at.value()));
        }
      }
    }
    gaps.addAll(between(run, again));
    return gaps;
  }

  private static List<Gap> between(Metrics one, Metrics other) {
    List<Gap> gaps = new ArrayList<>();
    Map<List<Object>, Double> values = new HashMap<>();
    for (Series series : other.series()) {
      series.samples().forEach(sample -> values.put(key(series, sample), sample.value()));
    }
    for (Series series : one.series()) {
      Quantity quantity = quantity(one.quantities(), series);
      for (Series.Sample sample : series.samples()) {
        gaps.add(gap(quantity, series, sample, values.get(key(series, sample))));
      }
    }
    return gaps.stream().filter(gap -> gap.quantity().agreement().isJudged()).toList();
  }

  /** What a series is of. Of what is not declared, backends must agree as in a mean. */
  private static Quantity quantity(Quantities declared, Series series) {
    String name = series.quantity();
    return declared
        .of(name)
        .orElseGet(() -> Quantity.of(name, name, "", Units.ONE, "Not declared by its run."));
  }

  private static Gap gap(
      Quantity quantity, Series series, Series.Sample sample, @Nullable Double there) {
    return new Gap(
        quantity,
        part(series),
        series.cell(),
        series.seed(),
        sample.step(),
        there == null
            ? Double.POSITIVE_INFINITY
            : quantity.agreement().measure().of(sample.value(), there));
  }

  private static String part(Series series) {
    Stream<String> places =
        new TreeMap<>(series.at())
            .entrySet().stream().map(place -> place.getKey() + " " + place.getValue());
    return Stream.concat(Stream.of(series.part()).filter(part -> !part.isEmpty()), places)
        .collect(Collectors.joining(", "));
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

  /** Where it is, in words. */
  public String where() {
    return "%s, seed %s, step %s%s".formatted(cell, seed, step, part.isEmpty() ? "" : ", " + part);
  }
}
