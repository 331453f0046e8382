package org.normscape.experiments.claim.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.component.Components;
import org.normscape.experiments.report.figure.Observation;
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Axes;
import org.normscape.probe.Statistic;
import org.normscape.probe.TrainingQuantities;

/**
 * Numbers of a quantity, and how they become one.
 *
 * @param quantity the name of a quantity that is measured, such as {@code gradient_norm}
 * @param cell the name of the network; left out where the effect names several
 * @param steps the first and the last step whose numbers count; none: all steps
 * @param at where on the axes of the quantity: of {@code layer} a regular expression that the whole
 *     path matches, of other axes a number. What is not fixed is pooled
 * @param summary the statistic that makes one number of those that are left; {@code first} and
 *     {@code last} choose a step, and take the median of its numbers where there are several
 */
public record Selection(
    String quantity,
    Optional<String> cell,
    List<Integer> steps,
    Map<String, String> at,
    Statistic summary) {

  /** How far apart two places on an axis may be, relatively, to be the same. */
  private static final double SAME = 1e-6;

  /** The median of all numbers of a quantity that is still to be named. */
  public Selection() {
    this("", Optional.empty(), List.of(), Map.of(), Statistic.MEDIAN);
  }

  public Selection {
    steps = List.copyOf(steps);
    at = new TreeMap<>(at);
    Components.require(
        steps.isEmpty() || (steps.size() == 2 && steps.get(0) >= 0 && steps.get(0) <= steps.get(1)),
        Selection.class,
        "steps",
        "must be two steps, the first one and then the last one",
        steps,
        "write [first, last], or leave the key out for all steps");
  }

  /** The same numbers of another network. */
  public Selection in(String name) {
    return new Selection(quantity, Optional.of(name), steps, at, summary);
  }

  /** The name of the network, which must have been said. */
  public String network() {
    return cell.orElseThrow(() -> new IllegalStateException("a checked selection has a cell"));
  }

  /** Whether a step is among those whose numbers count. */
  public boolean reaches(int step) {
    return steps.isEmpty() || steps.get(1) >= step;
  }

  /** Whether it asks if a network diverged. */
  public boolean isOfDivergence() {
    return quantity.equals(TrainingQuantities.DIVERGED.name());
  }

  /** The numbers, in the order in which they were measured. */
  public Table numbers(Evidence evidence) {
    Stream<Series> series =
        evidence
            .metrics()
            .all(quantity)
            .filter(s -> s.cell().equals(network()) && s.seed() == evidence.seed())
            .filter(this::isThere);
    return new Table(
        Table.of(series).rows().stream()
            .filter(row -> steps.isEmpty() || (row.step() >= steps.get(0) && reaches(row.step())))
            .sorted(Comparator.comparingInt(Observation::step))
            .toList());
  }

  private boolean isThere(Series series) {
    return at.entrySet().stream()
        .allMatch(
            place ->
                place.getKey().equals(Axes.LAYER.name())
                    ? Pattern.matches(place.getValue(), series.part())
                    : isAt(series.at().get(place.getKey()), place.getValue()));
  }

  private static boolean isAt(@Nullable Double place, String wanted) {
    double number = Double.parseDouble(wanted);
    return place != null && Math.abs(place - number) <= SAME * Math.abs(number);
  }

  /** The one number that they become; not a number where nothing was measured. */
  public double value(Evidence evidence) {
    if (isOfDivergence()) {
      return wasMeasured(evidence) ? diverged(evidence) : Double.NaN;
    }
    return summary(numbers(evidence));
  }

  /** 1 where it diverged within the steps that count, else 0. */
  private double diverged(Evidence evidence) {
    return numbers(evidence).rows().stream().mapToDouble(Observation::value).max().orElse(0);
  }

  /** The one number that some of them become. */
  public double summary(Table numbers) {
    List<Observation> rows = numbers.rows();
    if (rows.isEmpty()) {
      return Double.NaN;
    }
    return switch (summary) {
      case FIRST -> median(rows, rows.get(0).step());
      case LAST -> median(rows, rows.get(rows.size() - 1).step());
      default -> summary.of(rows.stream().map(Observation::value).toList());
    };
  }

  private static double median(List<Observation> rows, int step) {
    return Statistic.MEDIAN.of(
        rows.stream().filter(row -> row.step() == step).map(Observation::value).toList());
  }

  /** Whether the run has such numbers from this seed. */
  public boolean wasMeasured(Evidence evidence) {
    return isOfDivergence()
        ? evidence.metrics().seeds(network()).contains(evidence.seed())
        : !numbers(evidence).isEmpty();
  }

  /** What is selected, without the network, in words. */
  public String words() {
    String places =
        at.entrySet().stream()
            .map(place -> ", %s %s".formatted(place.getKey(), place.getValue()))
            .collect(Collectors.joining());
    String range = steps.isEmpty() ? "" : ", steps %s to %s".formatted(steps.get(0), steps.get(1));
    return "%s of %s%s%s"
        .formatted(summary.name().toLowerCase(Locale.ROOT), quantity, places, range);
  }
}
