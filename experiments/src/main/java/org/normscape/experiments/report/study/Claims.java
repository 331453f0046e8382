package org.normscape.experiments.report.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.spec.ClaimSpec;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/** Judges the claims of an experiment from what a run has measured. */
public final class Claims {

  private Claims() {}

  /**
   * Checks that a claim can be judged: its metric is declared, and varies with nothing but the
   * step.
   *
   * @throws UserError when it is not
   */
  public static void check(ClaimSpec claim, Quantities declared) {
    List<String> names =
        declared.all().stream()
            .filter(quantity -> quantity.axes().isEmpty())
            .map(Quantity::name)
            .toList();
    if (!names.contains(claim.metric())) {
      throw UserError.usage(
          "claims.metric: must be a quantity that varies with nothing but the step, one of %s, but it is \"%s\". To fix: %s."
              .formatted(names, claim.metric(), Nearest.remedy(claim.metric(), names)));
    }
  }

  /** The verdict of metrics on a claim, by the seeds in which both its cells were measured. */
  public static Verdict judge(ClaimSpec claim, Metrics metrics) {
    String cell = claim.cells().get(0);
    return new Verdict(
        claim, metrics.seeds(cell).stream().flatMap(seed -> effect(claim, metrics, seed)).toList());
  }

  private static Stream<Double> effect(ClaimSpec claim, Metrics metrics, long seed) {
    List<Double> values =
        claim.cells().stream()
            .map(cell -> metrics.of(cell, seed, claim.metric()))
            .flatMap(Optional::stream)
            .map(series -> claim.summary().of(series.values()))
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
}
