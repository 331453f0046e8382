package org.normscape.experiments.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.metrics.Spread;
import org.normscape.probe.Statistic;

/**
 * Something that may explain an effect too, as it was in each network of a claim.
 *
 * @param name the name of a quantity, or the key of a setting
 * @param byCell its median over the steps that the claim is about, and how that varies over the
 *     seeds
 */
public record Confounder(String name, Map<String, Spread> byCell) {

  public Confounder {
    byCell = new LinkedHashMap<>(byCell);
  }

  static Confounder of(String name, Claim claim, List<Evidence> seeds) {
    Map<String, Spread> byCell = new LinkedHashMap<>();
    for (Selection selection : claim.effect().selections()) {
      byCell.computeIfAbsent(
          selection.network(),
          cell ->
              Spread.of(
                  seeds.stream()
                      .map(evidence -> value(name, selection, evidence))
                      .filter(Double::isFinite)
                      .toList()));
    }
    return new Confounder(name, byCell);
  }

  private static double value(String name, Selection beside, Evidence evidence) {
    return evidence
        .settings()
        .number(beside.network(), name)
        .orElseGet(
            () ->
                new Selection(
                        name,
                        Optional.of(beside.network()),
                        beside.steps(),
                        Map.of(),
                        Statistic.MEDIAN)
                    .value(evidence));
  }

  private static String text(Spread spread) {
    return spread.low() == spread.high() ? Numbers.text(spread.median()) : Numbers.text(spread);
  }

  /** It in one line. */
  public String text() {
    return byCell.entrySet().stream()
        .map(cell -> cell.getKey() + " " + text(cell.getValue()))
        .collect(Collectors.joining(", ", name + ": ", ""));
  }
}
