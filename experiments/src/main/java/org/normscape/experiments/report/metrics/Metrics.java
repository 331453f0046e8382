package org.normscape.experiments.report.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Series.Sample;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.TrainingQuantities;

/**
 * The measured values of a run, or of several runs side by side.
 *
 * @param series what was measured, in order
 * @param quantities what the names of metrics mean
 */
public record Metrics(List<Series> series, Quantities quantities) {

  public Metrics {
    series = List.copyOf(series);
  }

  /** Values of which nothing is declared. */
  public Metrics(List<Series> series) {
    this(series, new Quantities(List.of()));
  }

  /**
   * The values in a file of one JSON object a line, none when there is no such file yet.
   *
   * @throws org.normscape.experiments.UserError when it holds something else
   */
  public static Metrics read(Path file) throws IOException {
    return MetricsReader.read(file);
  }

  /**
   * The values of several runs as if one run had measured them. Their cells must differ; of two
   * declarations of a name the first counts.
   */
  public static Metrics merged(List<Metrics> metrics) {
    Map<String, Quantity> byName = new LinkedHashMap<>();
    metrics.stream()
        .flatMap(m -> m.quantities.all().stream())
        .forEach(quantity -> byName.putIfAbsent(quantity.name(), quantity));
    return new Metrics(
        metrics.stream().flatMap(m -> m.series.stream()).toList(),
        new Quantities(List.copyOf(byName.values())));
  }

  /** The same values, with what their names mean. */
  public Metrics with(Quantities declared) {
    return new Metrics(series, declared);
  }

  /** The names of the cells, in the order in which they were first measured. */
  public List<String> cells() {
    return series.stream().map(Series::cell).distinct().toList();
  }

  /** The seeds of a cell, in the order in which they were first measured. */
  public List<Long> seeds(String cell) {
    return series.stream().filter(s -> s.cell().equals(cell)).map(Series::seed).distinct().toList();
  }

  /** The last step at which anything was measured, or −1 when nothing was. */
  public int lastStep() {
    return lastStep(series);
  }

  private static int lastStep(List<Series> series) {
    return series.stream()
        .flatMap(s -> s.samples().stream())
        .mapToInt(Sample::step)
        .max()
        .orElse(-1);
  }

  /**
   * Every series of a quantity: of each cell, seed, part of the network and place inside a step.
   * Nothing is recorded of a network that did not diverge: {@code diverged} is 0 at its last step.
   *
   * @param name of a quantity that was measured, or that is declared as the difference of two that
   *     were
   */
  public Stream<Series> all(String name) {
    return name.equals(TrainingQuantities.DIVERGED.name()) ? divergence() : measured(name);
  }

  private Stream<Series> measured(String name) {
    List<String> parts = quantities.of(name).map(Quantity::differenceOf).orElse(List.of());
    return parts.isEmpty()
        ? series.stream().filter(s -> s.quantity().equals(name))
        : new Difference(name, all(parts.get(0)).toList(), all(parts.get(1)).toList()).series();
  }

  private Stream<Series> divergence() {
    Map<Network, List<Series>> networks = new LinkedHashMap<>();
    series.forEach(
        s -> networks.computeIfAbsent(Network.of(s), network -> new ArrayList<>()).add(s));
    String mark = TrainingQuantities.DIVERGED.name();
    return networks.entrySet().stream()
        .flatMap(
            network -> {
              List<Series> all = network.getValue();
              List<Series> marked = all.stream().filter(s -> s.quantity().equals(mark)).toList();
              return marked.isEmpty()
                  ? Stream.of(network.getKey().series(mark, new Sample(lastStep(all), 0)))
                  : marked.stream();
            });
  }

  /** A cell with a seed. */
  private record Network(String cell, long seed) {

    static Network of(Series series) {
      return new Network(series.cell(), series.seed());
    }

    Series series(String metric, Sample sample) {
      return new Series(cell, seed, metric, Map.of(), List.of(sample));
    }
  }

  /** A metric of a cell that varies with nothing but the step: one series a seed. */
  public List<Series> of(String cell, String metric) {
    return all(metric)
        .filter(s -> s.cell().equals(cell) && s.at().isEmpty() && s.part().isEmpty())
        .toList();
  }

  /** A metric of one cell and seed that varies with nothing but the step. */
  public Optional<Series> of(String cell, long seed, String metric) {
    return of(cell, metric).stream().filter(s -> s.seed() == seed).findFirst();
  }

  /** Those of some cells, by their names, behind which run's they may stand. */
  public Metrics only(List<String> cells) {
    return new Metrics(
        series.stream()
            .filter(s -> cells.contains(s.cell().substring(s.cell().lastIndexOf('/') + 1)))
            .toList(),
        quantities);
  }

  /** These values with every cell renamed. */
  public Metrics withCells(UnaryOperator<String> rename) {
    return new Metrics(
        series.stream().map(s -> s.inCell(rename.apply(s.cell()))).toList(), quantities);
  }

  /**
   * A network a loss of which stopped being finite.
   *
   * @param cell the name of the network
   * @param seed its seed
   * @param step the first step at which a loss was not finite, or too large
   */
  public record Divergence(String cell, long seed, int step) {}

  /** The networks a loss of which stopped being finite: of training, testing or a probe. */
  public List<Divergence> divergences() {
    return measured(TrainingQuantities.DIVERGED.name())
        .flatMap(
            s ->
                s.samples().stream()
                    .filter(sample -> sample.value() != 0)
                    .limit(1)
                    .map(sample -> new Divergence(s.cell(), s.seed(), sample.step())))
        .toList();
  }
}
